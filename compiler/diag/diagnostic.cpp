#include "compiler/diag/diagnostic.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

namespace lq {
namespace {

constexpr auto kInfos = std::to_array<DiagnosticInfo>({
#define LQ_DIAGNOSTIC(name, code, severity, summary) \
  {DiagnosticKind::k##name, code, Severity::severity, #name, summary},
#include "compiler/diag/kinds.def"
#undef LQ_DIAGNOSTIC
});

constexpr bool CodesDiffer() {
  for (std::size_t i = 0; i < kInfos.size(); ++i) {
    for (std::size_t j = i + 1; j < kInfos.size(); ++j) {
      if (kInfos[i].code == kInfos[j].code)
        return false;
    }
  }
  return true;
}
static_assert(CodesDiffer(), "two rows of kinds.def have one code");

}  // namespace

const DiagnosticInfo& Describe(DiagnosticKind kind) {
  return kInfos[static_cast<std::size_t>(kind)];
}

const std::vector<DiagnosticInfo>& AllDiagnostics() {
  static const std::vector<DiagnosticInfo> all = [] {
    std::vector<DiagnosticInfo> rows(kInfos.begin(), kInfos.end());
    std::sort(rows.begin(), rows.end(),
              [](const DiagnosticInfo& a, const DiagnosticInfo& b) { return a.code < b.code; });
    return rows;
  }();
  return all;
}

std::string CodeText(int code) { return fmt::format("LQ{:04}", code); }

std::string CodeText(DiagnosticKind kind) { return CodeText(Describe(kind).code); }

int CodeOf(const Diagnostic& diagnostic) {
  return diagnostic.kind == DiagnosticKind::kLint ? diagnostic.lint.code
                                                  : Describe(diagnostic.kind).code;
}

Severity SeverityOf(const Diagnostic& diagnostic) {
  return diagnostic.kind == DiagnosticKind::kLint ? diagnostic.lint.severity
                                                  : Describe(diagnostic.kind).severity;
}

std::string CodeText(const Diagnostic& diagnostic) { return CodeText(CodeOf(diagnostic)); }

Diagnostic& Diagnostics::Report(DiagnosticKind kind, Span span, std::string message) {
  return Keep({kind, std::move(message), {span, {}}, {}, {}, {}, {}, {}});
}

Diagnostic& Diagnostics::Report(const LintOrigin& origin, Span span, std::string message) {
  return Keep({DiagnosticKind::kLint, std::move(message), {span, {}}, {}, {}, {}, {}, origin});
}

Diagnostic& Diagnostics::Keep(Diagnostic diagnostic) {
  const bool error = SeverityOf(diagnostic) == Severity::kError;
  const std::size_t before = error ? errors_++ : warnings_++;
  if (before > kMostKept || (before == kMostKept && !error))
    return spare_ = {};
  all_.push_back(std::move(diagnostic));
  if (before < kMostKept)
    return all_.back();
  Diagnostic& last = all_.back();
  last.kind = DiagnosticKind::kTooManyMistakes;
  last.message = fmt::format("there are more than {} mistakes; the rest is not shown", kMostKept);
  last.help = "mend those above first: many may come from one";
  return spare_ = {};
}

void Diagnostics::Withdraw(DiagnosticKind kind, Span span) {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.kind == kind && diagnostic.primary.span == span;
  });
  if (found == all_.end())
    return;
  --(SeverityOf(*found) == Severity::kError ? errors_ : warnings_);
  all_.erase(found);
}

void Diagnostics::Sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tuple(d.kind == DiagnosticKind::kTooManyMistakes, d.primary.span.file,
                      d.primary.span.begin, CodeOf(d));
  };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace lq
