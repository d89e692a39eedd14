#include "compiler/plan/normal_form.h"

#include <algorithm>
#include <utility>

namespace lq {
namespace {

using Kind = NormalForm::Kind;

bool AllConstant(const ir::Program& program, const ir::Cond& cond) {
  return std::all_of(cond.right.begin(), cond.right.end(),
                     [&](ir::ExprId id) { return program.exprs[id].constant; });
}

bool IsMembership(const ir::Cond& cond) {
  return !cond.ignoring_case && (cond.test == ir::TestOp::kIs || cond.test == ir::TestOp::kIn);
}

class Normalizer {
 public:
  explicit Normalizer(const ir::Program& program) : program_(program) {}

  NormalForm Run(ir::CondId id, bool negated) const {
    const ir::Cond& cond = program_.conds[id];
    switch (cond.op) {
      case ir::CondOp::kAlways:
        return Constant(!negated);
      case ir::CondOp::kNever:
        return Constant(negated);
      case ir::CondOp::kNot:
        return Run(cond.children[0], !negated);
      case ir::CondOp::kDefine:
        return Run(program_.defines[cond.index].when, negated);
      case ir::CondOp::kAnd:
        return List(cond, negated ? Kind::kOr : Kind::kAnd, negated);
      case ir::CondOp::kOr:
        return List(cond, negated ? Kind::kAnd : Kind::kOr, negated);
      case ir::CondOp::kToggle:
      case ir::CondOp::kKnown:
      case ir::CondOp::kOutcome:
      case ir::CondOp::kTest:
        return Leaf(id, cond, negated);
    }
    return {};
  }

 private:
  static NormalForm Constant(bool value) {
    NormalForm form;
    form.kind = value ? Kind::kAlways : Kind::kNever;
    return form;
  }

  NormalForm Leaf(ir::CondId id, const ir::Cond& cond, bool negated) const {
    NormalForm form;
    form.kind = JoinsWithField(program_, cond) ? Kind::kFieldTest : Kind::kLiteral;
    form.tests.push_back({id, negated});
    return form;
  }

  NormalForm List(const ir::Cond& cond, Kind kind, bool negated) const {
    NormalForm list;
    list.kind = kind;
    for (ir::CondId child : cond.children)
      Append(list, Run(child, negated));
    if (list.children.empty())
      return Constant(kind == Kind::kAnd);
    if (list.children.size() == 1)
      return std::move(list.children[0]);
    return list;
  }

  // Adds one member to a list, flattening lists of the same connective and joining field tests.
  void Append(NormalForm& list, NormalForm member) const {
    if (member.kind == list.kind) {
      for (NormalForm& child : member.children)
        Append(list, std::move(child));
      return;
    }
    const bool is_and = list.kind == Kind::kAnd;
    if (member.kind == (is_and ? Kind::kAlways : Kind::kNever))
      return;
    if (CanJoin(member, is_and) && Join(list, member))
      return;
    list.children.push_back(std::move(member));
  }

  // A single test, or tests already joined by this connective; what another connective joined stays
  // apart.
  static bool CanJoin(const NormalForm& form, bool all) {
    return form.kind == Kind::kFieldTest && (form.tests.size() == 1 || form.all == all);
  }

  bool Join(NormalForm& list, const NormalForm& member) const {
    const bool all = list.kind == Kind::kAnd;
    for (NormalForm& other : list.children) {
      if (!CanJoin(other, all) || FieldOf(other) != FieldOf(member))
        continue;
      other.all = all;
      other.tests.insert(other.tests.end(), member.tests.begin(), member.tests.end());
      return true;
    }
    return false;
  }

  std::uint32_t FieldOf(const NormalForm& form) const {
    return program_.exprs[program_.conds[form.tests[0].cond].left].index;
  }

  const ir::Program& program_;
};

}  // namespace

bool JoinsWithField(const ir::Program& program, const ir::Cond& cond) {
  if (cond.op != ir::CondOp::kTest || program.exprs[cond.left].op != ir::ExprOp::kField)
    return false;
  if (!AllConstant(program, cond))
    return false;
  const TypeKind kind = program.exprs[cond.left].type.kind;
  if (kind == TypeKind::kList)
    return false;
  return !IsTextual(kind) || IsMembership(cond);
}

NormalForm Normalize(const ir::Program& program, ir::CondId cond) {
  return Normalizer(program).Run(cond, false);
}

}  // namespace lq
