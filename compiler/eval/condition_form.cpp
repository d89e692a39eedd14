#include "compiler/eval/condition_form.h"

#include <algorithm>

namespace lq::eval {
namespace {

// A condition, or its opposite.
struct Signed {
  ir::CondId cond = 0;
  bool negated = false;
};

// Through `not`, defines and lists of one, to what stands below.
Signed Reduce(const ir::Program& program, Signed at) {
  const ir::Cond& cond = program.conds[at.cond];
  if (cond.op == ir::CondOp::kNot) {
    return Reduce(program, {cond.children[0], !at.negated});
  }
  if (cond.op == ir::CondOp::kDefine) {
    return Reduce(program, {program.defines[cond.index].when, at.negated});
  }
  const bool list = cond.op == ir::CondOp::kAnd || cond.op == ir::CondOp::kOr;
  return list && cond.children.size() == 1 ? Reduce(program, {cond.children[0], at.negated}) : at;
}

bool IsList(const ir::Cond& cond) {
  return cond.op == ir::CondOp::kAnd || cond.op == ir::CondOp::kOr;
}

// `not (a and b)` is a list of `or`.
bool IsAndList(const ir::Cond& cond, bool negated) {
  return (cond.op == ir::CondOp::kAnd) != negated;
}

// The members of the list and of the lists of the same connective in it.
void Flatten(const ir::Program& program, Signed list, bool and_list, std::vector<Signed>& members) {
  for (const ir::CondId child : program.conds[list.cond].children) {
    const Signed member = Reduce(program, {child, list.negated});
    const ir::Cond& cond = program.conds[member.cond];
    if (IsList(cond) && IsAndList(cond, member.negated) == and_list) {
      Flatten(program, member, and_list, members);
    } else {
      members.push_back(member);
    }
  }
}

// Of texts only `is` and `in` with case, of lists nothing; of everything else every test.
bool TestsJoin(const Type& type, const ir::Cond& cond) {
  if (IsNumeric(type.kind)) {
    return true;
  }
  const bool equality = cond.test == ir::TestOp::kIs || cond.test == ir::TestOp::kIn;
  return IsTextual(type.kind) && equality && !cond.ignoring_case;
}

// A test of a field against constants that counts as one with others of its list.
bool Joins(const ir::Program& program, const ir::Cond& cond) {
  if (cond.op != ir::CondOp::kTest || program.exprs[cond.left].op != ir::ExprOp::kField) {
    return false;
  }
  const bool constants = std::all_of(cond.right.begin(), cond.right.end(),
                                     [&](ir::ExprId expr) { return program.exprs[expr].constant; });
  return constants && TestsJoin(program.exprs[cond.left].type, cond);
}

std::uint32_t FieldOf(const ir::Program& program, const ir::Cond& cond) {
  return program.exprs[cond.left].index;
}

Form FormOf(const ir::Program& program, Signed at);

// The field test of the same field that the list has already, if any.
Form* FindFieldTest(const ir::Program& program, std::vector<Form>& parts, std::uint32_t field) {
  for (Form& part : parts) {
    if (part.kind == Form::Kind::kFieldTest && FieldOf(program, *part.literals[0].cond) == field) {
      return &part;
    }
  }
  return nullptr;
}

Form ListForm(const ir::Program& program, Signed list) {
  Form form;
  const bool and_list = IsAndList(program.conds[list.cond], list.negated);
  form.kind = and_list ? Form::Kind::kAll : Form::Kind::kAny;
  std::vector<Signed> members;
  Flatten(program, list, and_list, members);
  for (const Signed& member : members) {
    const ir::Cond& cond = program.conds[member.cond];
    Form* joined =
        Joins(program, cond) ? FindFieldTest(program, form.parts, FieldOf(program, cond)) : nullptr;
    if (joined != nullptr) {
      joined->literals.push_back({&cond, member.negated});
    } else {
      form.parts.push_back(FormOf(program, member));
      form.parts.back().every = and_list;
    }
  }
  return form;
}

Form FormOf(const ir::Program& program, Signed at) {
  const Signed reduced = Reduce(program, at);
  const ir::Cond& cond = program.conds[reduced.cond];
  if (IsList(cond)) {
    return ListForm(program, reduced);
  }
  Form form;
  form.kind = Joins(program, cond) ? Form::Kind::kFieldTest : Form::Kind::kLiteral;
  form.literals.push_back({&cond, reduced.negated});
  return form;
}

}  // namespace

Form FormOf(const ir::Program& program, ir::CondId cond) {
  return FormOf(program, Signed{cond, false});
}

}  // namespace lq::eval
