#include "tests/support/bundle/plan_builder.h"

#include "stdlib/function.h"

namespace lq::test {
namespace {

constexpr Type kInteger{.kind = TypeKind::kInteger, .low = 0, .high = 1'000'000};

template <typename T>
std::uint32_t SizeOf(const std::vector<T>& items) {
  return static_cast<std::uint32_t>(items.size());
}

plan::Expr Of(plan::ExprOp op, const Type& type) {
  plan::Expr expr;
  expr.op = op;
  expr.type = type;
  return expr;
}

}  // namespace

plan::ExprId PlanBuilder::Add(plan::Expr expr, const std::vector<plan::ExprId>& children) {
  plan::Expressions& all = plan_.expressions;
  expr.first_child = SizeOf(all.children);
  expr.child_count = SizeOf(children);
  all.children.insert(all.children.end(), children.begin(), children.end());
  all.nodes.push_back(expr);
  return SizeOf(all.nodes) - 1;
}

plan::ExprId PlanBuilder::Constant(std::int64_t number) {
  plan::Expr expr = Of(plan::ExprOp::kConstant, kInteger);
  expr.value = Value::Number(number);
  return Add(expr, {});
}

plan::ExprId PlanBuilder::Read(plan::ExprOp op, std::uint32_t index) {
  plan::Expr expr = Of(op, kInteger);
  expr.index = index;
  return Add(expr, {});
}

plan::ExprId PlanBuilder::Combine(plan::ExprOp op, plan::ExprId a, plan::ExprId b) {
  plan::Expr expr = Of(op, kInteger);
  expr.amount = 1;
  return Add(expr, {a, b});
}

plan::ExprId PlanBuilder::Call(plan::ExprId a, plan::ExprId b) {
  plan::Expr expr = Of(plan::ExprOp::kCall, kInteger);
  expr.function = stdlib::FindFunction("max_of");
  return Add(expr, {a, b});
}

plan::ExprId PlanBuilder::Field(std::uint32_t index, const Type& type) {
  plan::Expr expr = Of(plan::ExprOp::kField, type);
  expr.index = index;
  return Add(expr, {});
}

plan::ExprId PlanBuilder::Derived(plan::ExprId value) {
  const std::uint32_t index = SizeOf(plan_.expressions.derived);
  plan_.expressions.derived.push_back({"derived", value});
  return Read(plan::ExprOp::kDerived, index);
}

plan::ExprId PlanBuilder::Score(plan::NodeId item) {
  const std::uint32_t index = SizeOf(plan_.scores);
  plan_.scores.push_back({"score" + std::to_string(index), 0, 10, 0, {{2, item, "SCORED"}}});
  return Read(plan::ExprOp::kScore, index);
}

plan::ExprId PlanBuilder::Table(plan::NodeId row) {
  const std::uint32_t index = SizeOf(plan_.tables);
  plan::Table table;
  table.name = "table";
  table.type = kInteger;
  table.rows = {{row, Constant(2)}};
  table.otherwise = Constant(0);
  plan_.tables.push_back(table);
  return Read(plan::ExprOp::kTable, index);
}

std::uint32_t PlanBuilder::AtLeastOne(plan::ExprId value) {
  plan::Atom atom;
  atom.op = plan::TestOp::kAtLeast;
  atom.left = value;
  atom.first_operand = SizeOf(plan_.terms.operands);
  atom.operand_count = 1;
  plan_.terms.operands.push_back(Constant(1));
  plan_.terms.atoms.push_back(atom);
  return SizeOf(plan_.terms.atoms) - 1;
}

std::uint32_t PlanBuilder::Matches(plan::ExprId text, std::uint32_t pattern, bool ignoring_case) {
  plan::Atom atom;
  atom.op = plan::TestOp::kMatches;
  atom.ignoring_case = ignoring_case;
  atom.left = text;
  atom.first_operand = SizeOf(plan_.terms.operands);
  atom.pattern = pattern;
  plan_.terms.atoms.push_back(atom);
  return SizeOf(plan_.terms.atoms) - 1;
}

plan::NodeId PlanBuilder::OfLastTerm() {
  plan_.terms.nodes.push_back({SizeOf(plan_.terms.terms) - 1, 1});
  return SizeOf(plan_.terms.nodes) - 1;
}

plan::NodeId PlanBuilder::OfResidual(plan::Residual residual) {
  plan_.terms.terms.push_back({SizeOf(plan_.terms.dense), 0, SizeOf(plan_.terms.residuals), 1});
  plan_.terms.residuals.push_back(residual);
  return OfLastTerm();
}

plan::NodeId PlanBuilder::OfAtom(std::uint32_t atom) {
  return OfResidual({plan::Residual::Kind::kAtom, atom, false});
}

plan::NodeId PlanBuilder::OfNode(plan::NodeId node) {
  return OfResidual({plan::Residual::Kind::kNode, node, false});
}

std::uint32_t PlanBuilder::FieldTest(std::uint32_t field, const std::vector<plan::ExprId>& values) {
  plan::Terms& terms = plan_.terms;
  terms.field_tests.push_back({field, true, SizeOf(terms.literals), 1});
  terms.literals.push_back({plan::TestOp::kIn, false, SizeOf(terms.operands), SizeOf(values)});
  terms.operands.insert(terms.operands.end(), values.begin(), values.end());
  return SizeOf(terms.field_tests) - 1;
}

std::uint32_t PlanBuilder::Column(std::uint32_t field) {
  plan_.terms.columns.push_back({plan::ColumnKind::kField, field});
  return SizeOf(plan_.terms.columns) - 1;
}

plan::NodeId PlanBuilder::OfFieldTest(std::uint32_t column, std::uint32_t test) {
  plan_.terms.terms.push_back({SizeOf(plan_.terms.dense), 1, SizeOf(plan_.terms.residuals), 0});
  plan_.terms.dense.push_back({column, test, false});
  return OfLastTerm();
}

void PlanBuilder::Support(plan::NodeId when) {
  plan::Evidence evidence;
  evidence.name = "built";
  evidence.points = 1000;
  evidence.when = when;
  plan_.evidence.push_back(evidence);
}

void PlanBuilder::Print(plan::ExprId value) {
  plan_.outputs.push_back({"built" + std::to_string(plan_.outputs.size()), value, plan::kNone});
}

}  // namespace lq::test
