#pragma once

#include <vector>

#include "compiler/check/check_condition.h"

namespace lq::check {

// A comparison without its left side: of a condition, or of a table's cell.
struct Tail {
  syntax::CompareOp op = syntax::CompareOp::kIs;
  bool negated = false;
  bool any_of = false;
  bool ignoring_case = false;
  // One right side, two for `between`, none for `is known`.
  std::vector<const syntax::Expr*> right;
  Span span;
  Span op_span;
};

// What stands on the left: a value, where it is written, and where it was declared (may be empty).
struct Left {
  ir::ExprId expr = ir::kNone;
  Span span;
  Span declared;
};

// A whole comparison.
ir::CondId CheckComparison(Context& context, const syntax::Expr& compare);

// `tail` over a left side that is known already.
ir::CondId CheckTail(Context& context, const Left& left, const Tail& tail);
Tail TailOf(const syntax::Expr& compare);

// The parts of CheckTail, one file each. `contains`, `starts with`, `ends with`, `matches`:
ir::CondId CheckTextTest(Context& context, const Left& left, const Tail& tail);
// `has any of`, `has all of`, `has none of`:
ir::CondId CheckListTest(Context& context, const Left& left, const Tail& tail);

// What the right side must be for the left one; `type` is a copy of its type that outlives the
// result (the program's own moves when expressions are added).
Expected ExpectedFor(const Context& context, const Left& left, const Type& type);
// The test as a condition, negated when the tail is.
ir::CondId MakeTest(Context& context, ir::TestOp test, const Left& left,
                    std::vector<ir::ExprId> right, const Tail& tail);
// The comparison is not for the left side's type; `instead`: what to write, may be empty.
ir::CondId ReportWrongComparison(Context& context, const Left& left, const Tail& tail,
                                 std::string_view rule, std::string_view instead);

}  // namespace lq::check
