#include "tests/support/program/program_builder.h"

#include "runtime/value/values.h"

namespace lq::test {

Type IntegerType(std::int64_t low, std::int64_t high) {
  Type type;
  type.kind = TypeKind::kInteger;
  type.low = low;
  type.high = high;
  return type;
}

Type TextType() {
  Type type;
  type.kind = TypeKind::kText;
  type.max_length = 256;
  return type;
}

Type YesNoType() {
  Type type;
  type.kind = TypeKind::kYesNo;
  type.high = 1;
  return type;
}

ProgramBuilder::ProgramBuilder() {
  program.policy = "built";
  program.version = 1;
  program.outcomes = {{"high", 0}, {"low", 0}};
  program.undecided = "ask_more";
  program.doubtful = "review";
  program.otherwise_outcome = 1;
}

ir::ExprId ProgramBuilder::Add(ir::Expr expr) {
  program.exprs.push_back(std::move(expr));
  return static_cast<ir::ExprId>(program.exprs.size() - 1);
}

ir::CondId ProgramBuilder::Add(ir::Cond cond) {
  program.conds.push_back(std::move(cond));
  return static_cast<ir::CondId>(program.conds.size() - 1);
}

ir::ExprId ProgramBuilder::Field(std::string path, const Type& type) {
  ir::Field field;
  field.path = std::move(path);
  field.type = type;
  program.schema.fields.push_back(std::move(field));
  lead.fields.push_back(PossibleAll(Cause::kMissing));
  const auto index = static_cast<std::uint32_t>(program.schema.fields.size() - 1);
  return Named(ir::ExprOp::kField, type, index);
}

ir::ExprId ProgramBuilder::Number(const Type& type, std::int64_t number) {
  ir::Expr expr;
  expr.constant = true;
  expr.type = type;
  expr.value = Value::Number(number);
  return Add(std::move(expr));
}

ir::ExprId ProgramBuilder::Text(std::string_view text) {
  ir::Expr expr;
  expr.constant = true;
  expr.type = TextType();
  expr.value = Value::Text(lead.arena.Copy(text));
  return Add(std::move(expr));
}

ir::ExprId ProgramBuilder::Calculate(ir::ExprOp op, const Type& type,
                                     std::vector<ir::ExprId> children) {
  ir::Expr expr;
  expr.op = op;
  expr.type = type;
  expr.children = std::move(children);
  return Add(std::move(expr));
}

ir::ExprId ProgramBuilder::Named(ir::ExprOp op, const Type& type, std::uint32_t index) {
  ir::Expr expr;
  expr.op = op;
  expr.type = type;
  expr.index = index;
  return Add(std::move(expr));
}

ir::CondId ProgramBuilder::Compare(ir::TestOp op, ir::ExprId left, std::vector<ir::ExprId> right) {
  ir::Cond cond;
  cond.op = ir::CondOp::kTest;
  cond.test = op;
  cond.left = left;
  cond.right = std::move(right);
  return Add(std::move(cond));
}

ir::CondId ProgramBuilder::CompareIgnoringCase(ir::TestOp op, ir::ExprId left,
                                               std::vector<ir::ExprId> right) {
  const ir::CondId cond = Compare(op, left, std::move(right));
  program.conds[cond].ignoring_case = true;
  return cond;
}

ir::CondId ProgramBuilder::Known(ir::ExprId expr) {
  ir::Cond cond;
  cond.op = ir::CondOp::kKnown;
  cond.left = expr;
  return Add(std::move(cond));
}

ir::CondId ProgramBuilder::Not(ir::CondId cond) {
  ir::Cond opposite;
  opposite.op = ir::CondOp::kNot;
  opposite.children = {cond};
  return Add(std::move(opposite));
}

ir::CondId ProgramBuilder::And(std::vector<ir::CondId> conds) {
  ir::Cond list;
  list.op = ir::CondOp::kAnd;
  list.children = std::move(conds);
  return Add(std::move(list));
}

ir::CondId ProgramBuilder::Or(std::vector<ir::CondId> conds) {
  ir::Cond list;
  list.op = ir::CondOp::kOr;
  list.children = std::move(conds);
  return Add(std::move(list));
}

ir::CondId ProgramBuilder::Always() { return Add(ir::Cond{}); }

std::uint32_t ProgramBuilder::Rule(std::string name, std::uint32_t outcome, ir::CondId when,
                                   std::vector<std::uint32_t> overrides) {
  ir::Rule rule;
  rule.name = std::move(name);
  rule.outcome = outcome;
  rule.when = when;
  rule.overrides = std::move(overrides);
  program.rules.push_back(std::move(rule));
  return static_cast<std::uint32_t>(program.rules.size() - 1);
}

void ProgramBuilder::SetValues(ir::ExprId field, std::vector<Value> values) {
  const ir::Expr& expr = program.exprs[field];
  const Cause cause = values.size() == 1 ? Cause::kNone : Cause::kOneOf;
  lead.fields[expr.index] = PossibleValues(expr.type, values, cause, lead.arena);
}

void ProgramBuilder::Set(ir::ExprId field, std::initializer_list<std::int64_t> numbers) {
  std::vector<Value> values;
  for (const std::int64_t number : numbers) {
    values.push_back(Value::Number(number));
  }
  SetValues(field, std::move(values));
}

void ProgramBuilder::SetBand(ir::ExprId field, std::int64_t low, std::int64_t high) {
  lead.fields[program.exprs[field].index] = PossibleBand(low, high, Cause::kBand, lead.arena);
}

void ProgramBuilder::SetTexts(ir::ExprId field, std::initializer_list<std::string_view> texts) {
  std::vector<Value> values;
  for (const std::string_view text : texts) {
    values.push_back(Value::Text(lead.arena.Copy(text)));
  }
  SetValues(field, std::move(values));
}

}  // namespace lq::test
