#include "compiler/plan/lower_conditions.h"

#include <algorithm>

namespace lq {
namespace {

using Kind = NormalForm::Kind;
using Slots = std::map<std::pair<int, std::uint32_t>, int>;

plan::TestOp LowerTest(ir::TestOp op) {
  switch (op) {
    case ir::TestOp::kIs:
      return plan::TestOp::kIs;
    case ir::TestOp::kIn:
      return plan::TestOp::kIn;
    case ir::TestOp::kAtLeast:
      return plan::TestOp::kAtLeast;
    case ir::TestOp::kAtMost:
      return plan::TestOp::kAtMost;
    case ir::TestOp::kMoreThan:
      return plan::TestOp::kMoreThan;
    case ir::TestOp::kLessThan:
      return plan::TestOp::kLessThan;
    case ir::TestOp::kBetween:
      return plan::TestOp::kBetween;
    case ir::TestOp::kContains:
      return plan::TestOp::kContains;
    case ir::TestOp::kStartsWith:
      return plan::TestOp::kStartsWith;
    case ir::TestOp::kEndsWith:
      return plan::TestOp::kEndsWith;
    case ir::TestOp::kMatches:
      return plan::TestOp::kMatches;
    case ir::TestOp::kHasAny:
      return plan::TestOp::kHasAny;
    case ir::TestOp::kHasAll:
      return plan::TestOp::kHasAll;
    case ir::TestOp::kHasNone:
      return plan::TestOp::kHasNone;
  }
  return plan::TestOp::kIs;
}

bool HasNever(const NormalForm& form) {
  if (form.kind == Kind::kNever)
    return true;
  return form.kind == Kind::kAnd &&
         std::any_of(form.children.begin(), form.children.end(), HasNever);
}

}  // namespace

plan::NodeId ConditionLowering::Lower(ir::CondId cond) {
  const auto node = static_cast<plan::NodeId>(plan_.terms.nodes.size());
  plan_.terms.nodes.emplace_back();
  FillNode(node, Normalize(program_, cond));
  return node;
}

void ConditionLowering::Finish() {
  while (!pending_.empty()) {
    const auto [node, form] = std::move(pending_.front());
    pending_.pop_front();
    FillNode(node, form);
  }
}

void ConditionLowering::FillNode(plan::NodeId node, const NormalForm& form) {
  const auto first = static_cast<plan::TermId>(plan_.terms.terms.size());
  if (form.kind == Kind::kOr) {
    for (const NormalForm& child : form.children)
      AddTerm(child);
  } else {
    AddTerm(form);
  }
  const auto count = static_cast<std::uint32_t>(plan_.terms.terms.size() - first);
  plan_.terms.nodes[node] = {first, count};
}

void ConditionLowering::AddTerm(const NormalForm& form) {
  if (HasNever(form))
    return;
  plan::Terms& terms = plan_.terms;
  plan::Term term;
  term.first_dense = static_cast<std::uint32_t>(terms.dense.size());
  term.first_residual = static_cast<std::uint32_t>(terms.residuals.size());
  Slots slots;
  if (form.kind == Kind::kAnd) {
    for (const NormalForm& member : form.children)
      AddMember(member, slots);
  } else {
    AddMember(form, slots);
  }
  term.dense_count = static_cast<std::uint32_t>(terms.dense.size()) - term.first_dense;
  term.residual_count = static_cast<std::uint32_t>(terms.residuals.size()) - term.first_residual;
  terms.terms.push_back(term);
}

void ConditionLowering::AddMember(const NormalForm& member, Slots& slots) {
  switch (member.kind) {
    case Kind::kAlways:
    case Kind::kNever:
    case Kind::kAnd:
      return;
    case Kind::kOr: {
      const auto node = static_cast<plan::NodeId>(plan_.terms.nodes.size());
      plan_.terms.nodes.emplace_back();
      plan_.terms.residuals.push_back({plan::Residual::Kind::kNode, node, false});
      pending_.emplace_back(node, member);
      return;
    }
    case Kind::kFieldTest: {
      const ir::Cond& cond = program_.conds[member.tests[0].cond];
      const std::uint32_t field = program_.exprs[cond.left].index;
      AddDense(plan::ColumnKind::kField, field, AddFieldTest(member), false, slots);
      return;
    }
    case Kind::kLiteral:
      AddLiteral(member.tests[0], slots);
      return;
  }
}

void ConditionLowering::AddDense(plan::ColumnKind kind, std::uint32_t index, std::uint32_t test,
                                 bool negated, Slots& slots) {
  const int slot = slots[{static_cast<int>(kind), index}]++;
  plan_.terms.dense.push_back({ColumnOf(kind, index, slot), test, negated});
}

void ConditionLowering::AddLiteral(const NormalForm::Test& test, Slots& slots) {
  const ir::Cond& cond = program_.conds[test.cond];
  if (cond.op == ir::CondOp::kToggle) {
    AddDense(plan::ColumnKind::kToggle, cond.index, 0, test.negated, slots);
    return;
  }
  if (cond.op == ir::CondOp::kKnown && program_.exprs[cond.left].op == ir::ExprOp::kField) {
    AddDense(plan::ColumnKind::kKnown, program_.exprs[cond.left].index, 0, test.negated, slots);
    return;
  }
  plan_.terms.residuals.push_back({plan::Residual::Kind::kAtom, AtomOf(test.cond), test.negated});
}

std::uint32_t ConditionLowering::AddFieldTest(const NormalForm& form) {
  plan::Terms& terms = plan_.terms;
  plan::FieldTest test;
  test.field = program_.exprs[program_.conds[form.tests[0].cond].left].index;
  test.all = form.all;
  test.first_literal = static_cast<std::uint32_t>(terms.literals.size());
  test.literal_count = static_cast<std::uint32_t>(form.tests.size());
  for (const NormalForm::Test& member : form.tests) {
    const ir::Cond& cond = program_.conds[member.cond];
    plan::Literal literal;
    literal.op = LowerTest(cond.test);
    literal.negated = member.negated;
    literal.first_operand = AddOperands(cond.right);
    literal.operand_count = static_cast<std::uint32_t>(cond.right.size());
    terms.literals.push_back(literal);
  }
  terms.field_tests.push_back(test);
  return static_cast<std::uint32_t>(terms.field_tests.size() - 1);
}

std::uint32_t ConditionLowering::AddOperands(const std::vector<ir::ExprId>& operands) {
  const auto first = static_cast<std::uint32_t>(plan_.terms.operands.size());
  for (ir::ExprId id : operands)
    plan_.terms.operands.push_back(expressions_.Lower(id));
  return first;
}

std::uint32_t ConditionLowering::AtomOf(ir::CondId id) {
  if (const auto found = atoms_.find(id); found != atoms_.end())
    return found->second;
  const ir::Cond& cond = program_.conds[id];
  plan::Atom atom;
  if (cond.op == ir::CondOp::kOutcome) {
    atom.kind = plan::Atom::Kind::kOutcome;
    atom.first_operand = static_cast<std::uint32_t>(plan_.terms.outcomes.size());
    atom.operand_count = static_cast<std::uint32_t>(cond.outcomes.size());
    plan_.terms.outcomes.insert(plan_.terms.outcomes.end(), cond.outcomes.begin(),
                                cond.outcomes.end());
  } else {
    if (cond.op == ir::CondOp::kKnown)
      atom.kind = plan::Atom::Kind::kKnown;
    atom.op = LowerTest(cond.test);
    atom.ignoring_case = cond.ignoring_case;
    atom.left = expressions_.Lower(cond.left);
    atom.first_operand = AddOperands(cond.right);
    atom.operand_count = static_cast<std::uint32_t>(cond.right.size());
    if (cond.op == ir::CondOp::kTest && cond.test == ir::TestOp::kMatches)
      atom.pattern = cond.index;
  }
  plan_.terms.atoms.push_back(atom);
  return atoms_[id] = static_cast<std::uint32_t>(plan_.terms.atoms.size() - 1);
}

std::uint32_t ConditionLowering::ColumnOf(plan::ColumnKind kind, std::uint32_t index, int slot) {
  const auto [found, added] = columns_.try_emplace(
      {kind, index, slot}, static_cast<std::uint32_t>(plan_.terms.columns.size()));
  if (added)
    plan_.terms.columns.push_back({kind, index});
  return found->second;
}

}  // namespace lq
