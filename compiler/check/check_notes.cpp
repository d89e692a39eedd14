#include <fmt/format.h>

#include <unordered_map>

#include "compiler/check/check_outcomes.h"
#include "compiler/check/statements.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

void CheckReview(Context& context, const syntax::ReviewDeclaration& review) {
  std::int64_t day = 0;
  // A date that is not there has been reported.
  if (review.date.text.empty() || ParseDate(review.date.text, day))
    return;
  Diagnostic& report =
      context.Report(DiagnosticKind::kReviewDate, review.date.span,
                     fmt::format("`{}` is no date of the calendar", review.date.text));
  report.primary.text = "no such day";
  report.help = "write the date as `review by 2026-12-31`";
}

void CheckChange(Context& context, const syntax::ChangeDeclaration& change) {
  if (change.size.text.empty() || change.size.text == "minor" || change.size.text == "major")
    return;
  Diagnostic& report =
      context.Report(DiagnosticKind::kChangeSize, change.size.span,
                     fmt::format("a change is minor or major, not `{}`", change.size.text));
  report.primary.text = "neither `minor` nor `major`";
  report.help = "write `change minor \"why\"` or `change major \"why\"`";
  const std::string_view nearest = NearestName(change.size.text, {"minor", "major"});
  if (!nearest.empty())
    report.fixes.push_back({change.size.span, std::string(nearest), false});
}

}  // namespace

void CheckNotes(Context& context, const syntax::Unit& unit) {
  std::unordered_map<std::string_view, Span> notes;
  ForEach<syntax::Note>(unit, [&](const syntax::Note& note) {
    const auto [first, fresh] = notes.try_emplace(note.keyword, note.span);
    if (!fresh)
      ReportTwice(context, note.span, first->second, note.keyword);
  });
  const auto* review = OnlyStatement<syntax::ReviewDeclaration>(context, unit, "review by");
  if (review != nullptr)
    CheckReview(context, *review);
  const auto* change = OnlyStatement<syntax::ChangeDeclaration>(context, unit, "change");
  if (change != nullptr)
    CheckChange(context, *change);
}

}  // namespace lq::check
