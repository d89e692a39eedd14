#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/value/lead.h"

namespace lq::test {

Type IntegerType(std::int64_t low, std::int64_t high);
Type TextType();
Type YesNoType();

// Builds a typed program by hand, and a lead for it. Two outcomes, `high` and `low`; `otherwise` is
// `low`.
class ProgramBuilder {
 public:
  ProgramBuilder();

  // Each field is missing until the lead says something about it. Gives an expression that reads
  // it.
  ir::ExprId Field(std::string path, const Type& type);
  ir::ExprId Number(const Type& type, std::int64_t number);
  ir::ExprId Text(std::string_view text);
  // An expression over others.
  ir::ExprId Calculate(ir::ExprOp op, const Type& type, std::vector<ir::ExprId> children);
  // An expression that names something declared in `program`.
  ir::ExprId Named(ir::ExprOp op, const Type& type, std::uint32_t index);

  ir::CondId Compare(ir::TestOp op, ir::ExprId left, std::vector<ir::ExprId> right);
  ir::CondId CompareIgnoringCase(ir::TestOp op, ir::ExprId left, std::vector<ir::ExprId> right);
  ir::CondId Known(ir::ExprId expr);
  ir::CondId Not(ir::CondId cond);
  ir::CondId And(std::vector<ir::CondId> conds);
  ir::CondId Or(std::vector<ir::CondId> conds);
  ir::CondId Always();

  std::uint32_t Rule(std::string name, std::uint32_t outcome, ir::CondId when,
                     std::vector<std::uint32_t> overrides = {});

  // What the lead says of a field.
  void Set(ir::ExprId field, std::initializer_list<std::int64_t> numbers);
  void SetBand(ir::ExprId field, std::int64_t low, std::int64_t high);
  void SetTexts(ir::ExprId field, std::initializer_list<std::string_view> texts);

  ir::Program program;
  Lead lead;

 private:
  ir::CondId Add(ir::Cond cond);
  ir::ExprId Add(ir::Expr expr);
  void SetValues(ir::ExprId field, std::vector<Value> values);
};

}  // namespace lq::test
