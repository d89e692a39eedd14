#include "compiler/check/limits.h"

#include <fmt/format.h>

namespace lq::check {

std::string CountText(std::size_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

void ReportTooMany(Context& context, Span span, std::size_t limit, std::string_view what) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kLimit, span,
                     fmt::format("there are more than {} {}", CountText(limit), what));
  report.primary.text = "the first one too many";
  report.notes.push_back(fmt::format("The limit is {}.", CountText(limit)));
  report.help = "split it up, or move what repeats into a table or a lookup";
}

}  // namespace lq::check
