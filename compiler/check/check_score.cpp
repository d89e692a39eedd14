#include <fmt/format.h>

#include "compiler/check/check_condition.h"
#include "compiler/check/statements.h"
#include "runtime/value/number.h"

namespace lq::check {
namespace {

// No sum of a file's items can leave 64 bits.
constexpr std::int64_t kMaxPoints = 1'000'000'000;

std::int64_t CheckWhole(Context& context, const syntax::Literal& literal, std::string_view what) {
  std::int64_t number = 0;
  const NumberProblem problem = ParseDecimal(literal.text, 0, number);
  if (problem == NumberProblem::kNone && number >= -kMaxPoints && number <= kMaxPoints) {
    return number;
  }
  Diagnostic& report = context.Report(DiagnosticKind::kScoreNumber, literal.span,
                                      fmt::format("{} cannot be {}", what, literal.text));
  report.primary.text = "no whole number in range";
  report.notes.push_back("The numbers of a score are whole, from -1,000,000,000 to 1,000,000,000.");
  report.help = "write a whole number";
  return 0;
}

ir::ScoreItem CheckItem(Context& context, const syntax::ScoreItem& item) {
  const std::string_view what = item.subtract ? "what a score subtracts" : "what a score adds";
  const std::int64_t points = CheckWhole(context, item.points, what);
  ir::ScoreItem checked;
  checked.points = item.subtract ? -points : points;
  checked.when = CheckCondition(context, item.when);
  checked.reason = item.reason.text;
  checked.span = item.span;
  return checked;
}

void ReportEmptyRange(Context& context, const syntax::ScoreDeclaration& score) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kScoreNumber, score.to.span,
                     fmt::format("the score `{}` ends below where it starts: from {} to {}",
                                 score.name.text, score.from.text, score.to.text));
  report.primary.text = "the upper end";
  report.secondary.push_back({score.from.span, "the lower end"});
  report.help = "write the lower end first";
}

}  // namespace

void CheckScore(Context& context, const syntax::ScoreDeclaration& score, std::uint32_t index) {
  ir::Score checked;
  checked.name = score.name.text;
  checked.span = score.span;
  checked.low = CheckWhole(context, score.from, "the lower end of a score");
  checked.high = CheckWhole(context, score.to, "the upper end of a score");
  if (checked.low > checked.high) {
    ReportEmptyRange(context, score);
    checked.high = checked.low;
  }
  if (score.begins_at)
    checked.begins_at = CheckWhole(context, *score.begins_at, "where a score begins");
  for (const syntax::ScoreItem& item : score.items) {
    checked.items.push_back(CheckItem(context, item));
  }
  context.program->scores[index] = std::move(checked);
}

}  // namespace lq::check
