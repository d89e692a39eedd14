#include <fmt/format.h>

#include "compiler/check/check_comparison.h"
#include "compiler/check/check_condition.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/report_constant.h"

namespace lq::check {
namespace {

using syntax::Cell;
using syntax::ExprKind;

class CellChecker {
 public:
  CellChecker(Context& context, const Subject& subject, const Cell& cell)
      : context_(context), subject_(subject), cell_(cell) {}

  ir::CondId Run() {
    if (cell_.kind == Cell::Kind::kAny)
      return MakeAlways(context_, cell_.span);
    switch (subject_.kind) {
      case Subject::Kind::kNone:
        return ir::kNone;
      case Subject::Kind::kValue:
        return Value();
      case Subject::Kind::kDefine:
        return Define();
      case Subject::Kind::kToggle:
        return ReportToggle();
    }
    return ir::kNone;
  }

 private:
  ir::CondId Value() {
    Tail tail;
    tail.span = cell_.span;
    tail.op_span = cell_.span;
    switch (cell_.kind) {
      case Cell::Kind::kEmpty:
      case Cell::Kind::kAny:
        return ir::kNone;
      case Cell::Kind::kMissing:
        tail.op = syntax::CompareOp::kIsMissing;
        break;
      case Cell::Kind::kKnown:
        tail.op = syntax::CompareOp::kIsKnown;
        break;
      case Cell::Kind::kCompare:
        tail = TailOf(cell_.expr);
        break;
      case Cell::Kind::kValue:
        if (cell_.expr.kind == ExprKind::kError)
          return ir::kNone;
        if (cell_.expr.kind == ExprKind::kList)
          return ReportList();
        tail.right = {&cell_.expr};
        break;
      case Cell::Kind::kStrength:
        return ReportWrongCell("a strength");
    }
    return CheckTail(context_, {subject_.expr, subject_.span, subject_.declared}, tail);
  }

  // `yes` and `no`.
  ir::CondId Define() {
    if (cell_.kind == Cell::Kind::kEmpty)
      return ir::kNone;
    if (cell_.kind == Cell::Kind::kValue && cell_.expr.kind == ExprKind::kError)
      return ir::kNone;
    const syntax::Expr* value = &cell_.expr;
    bool negated = false;
    if (cell_.kind == Cell::Kind::kCompare && value->op == syntax::CompareOp::kIs &&
        value->children.size() == 2) {
      negated = value->negated;
      value = &value->children[1];
    }
    const bool answer = (cell_.kind == Cell::Kind::kValue || value != &cell_.expr) &&
                        value->kind == ExprKind::kName &&
                        (value->text == "yes" || value->text == "no");
    if (!answer) {
      Diagnostic& report = context_.Report(
          DiagnosticKind::kWrongComparison, cell_.span,
          fmt::format("{} is a condition: it holds or does not", Written(context_, subject_.span)));
      report.secondary.push_back({subject_.declared, "declared here"});
      report.help = "write `yes`, `no` or `any`";
      return ir::kNone;
    }
    ir::Cond cond;
    cond.op = ir::CondOp::kDefine;
    cond.index = subject_.index;
    cond.span = cell_.span;
    const ir::CondId id = context_.Add(std::move(cond));
    return (value->text == "no") == negated ? id : MakeNot(context_, id, cell_.span);
  }

  ir::CondId ReportToggle() {
    Diagnostic& report = context_.Report(
        DiagnosticKind::kWrongKindOfName, subject_.span,
        fmt::format("{} is a toggle, and a column tests a field, a derived value or a condition",
                    Written(context_, subject_.span)));
    report.secondary.push_back({subject_.declared, "declared here"});
    report.help = "give a `define` to the condition, and name that in the column";
    return ir::kNone;
  }

  ir::CondId ReportList() {
    const std::string fixed = fmt::format("in {}", context_.sources.Text(cell_.expr.span));
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, cell_.span,
                        fmt::format("{} is a list, not one value", Written(context_, cell_.span)));
    report.help = fmt::format("write `{}`", fixed);
    report.fixes.push_back({cell_.expr.span, fixed, true});
    return ir::kNone;
  }

  ir::CondId ReportWrongCell(std::string_view what) {
    Diagnostic& report = context_.Report(
        DiagnosticKind::kWrongComparison, cell_.span,
        fmt::format("{} is {}, which tests nothing", Written(context_, cell_.span), what));
    report.secondary.push_back({subject_.span, "of this column"});
    return ir::kNone;
  }

  Context& context_;
  const Subject& subject_;
  const Cell& cell_;
};

}  // namespace

ir::CondId CheckCellTest(Context& context, const Subject& subject, const Cell& cell) {
  return CellChecker(context, subject, cell).Run();
}

}  // namespace lq::check
