#include <fmt/format.h>

#include "compiler/check/check_comparison.h"
#include "compiler/check/check_set.h"
#include "compiler/check/report_constant.h"
#include "compiler/syntax/nodes.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

ir::TestOp ListTest(syntax::CompareOp op) {
  if (op == syntax::CompareOp::kHasAllOf)
    return ir::TestOp::kHasAll;
  return op == syntax::CompareOp::kHasNoneOf ? ir::TestOp::kHasNone : ir::TestOp::kHasAny;
}

}  // namespace

ir::CondId CheckListTest(Context& context, const Left& left, const Tail& tail) {
  const Type list = context.type(left.expr);
  if (list.kind != TypeKind::kList) {
    return ReportWrongComparison(context, left, tail, "This comparison is for lists.",
                                 IsTextual(list.kind) ? "contains any of" : "in");
  }
  if (tail.ignoring_case) {
    Diagnostic& report =
        context.Report(DiagnosticKind::kWrongComparison, tail.span,
                       fmt::format("`{}` cannot ignore case", syntax::OperatorText(tail.op)));
    report.help = "leave `ignoring case` out";
    return ir::kNone;
  }
  Type item = ItemType(list);
  item.max_length = list.max_length;
  Expected expected = ExpectedFor(context, left, item);
  expected.what = fmt::format("an item of {}", expected.what);
  std::optional<std::vector<ir::ExprId>> items = ListItems(context, *tail.right[0], expected);
  return items ? MakeTest(context, ListTest(tail.op), left, std::move(*items), tail) : ir::kNone;
}

}  // namespace lq::check
