#include "compiler/parse/reporter.h"

#include <fmt/format.h>

namespace lq::parse {
namespace {

constexpr std::size_t kMostReports = 200;

}  // namespace

Diagnostic& Reporter::Report(DiagnosticKind kind, Span span, std::string message) {
  if (count_ < kMostReports) {
    ++count_;
    return diagnostics_.Report(kind, span, std::move(message));
  }
  if (!full_) {
    full_ = true;
    Diagnostic& last = diagnostics_.Report(
        DiagnosticKind::kTooManyMistakes, span,
        fmt::format("the file has more than {} mistakes; the rest was not read", kMostReports));
    last.primary.text = "reading stopped here";
    last.help = "mend the mistakes above first, and check whether this is an LQ file at all";
  }
  unheard_ = {};
  return unheard_;
}

}  // namespace lq::parse
