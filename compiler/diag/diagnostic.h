#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/source.h"

namespace lq {

// One enumerator a row of kinds.def.
enum class DiagnosticKind : std::uint16_t {
#define LQ_DIAGNOSTIC(name, code, severity, summary) k##name,
#include "compiler/diag/kinds.def"
#undef LQ_DIAGNOSTIC
  // Advice of a lint rule, which has code, name and severity of its own; Describe knows none of it.
  kLint,
};

enum class Severity : std::uint8_t { kError, kWarning };

struct DiagnosticInfo {
  DiagnosticKind kind;
  // 412 for LQ0412.
  int code;
  Severity severity;
  std::string_view name;
  std::string_view summary;
};

const DiagnosticInfo& Describe(DiagnosticKind kind);
// Every row, by code.
const std::vector<DiagnosticInfo>& AllDiagnostics();
// "LQ0412"
std::string CodeText(int code);
std::string CodeText(DiagnosticKind kind);

struct Label {
  Span span;
  // Stands alone: "an amount in another currency". May be empty.
  std::string text;
};

// An edit that mends the mistake. Machine-applicable when `certain`.
struct Fix {
  Span span;
  std::string replacement;
  bool certain = true;
};

// The lint rule that a diagnostic comes from.
struct LintOrigin {
  // 2001 for LQ2001.
  int code = 0;
  // As the package's lq.toml has it.
  Severity severity = Severity::kWarning;
  // As in `# lq allow unused_fields: …`; lives as long as the program.
  std::string_view rule;
};

struct Diagnostic {
  DiagnosticKind kind;
  // What was seen, with names in backquotes, no full stop: "`x` is money EUR, but `5 USD` is money
  // USD".
  std::string message;
  Label primary;
  // Further places ("declared here"); shown under their own lines.
  std::vector<Label> secondary;
  // Whole sentences that tell the rule, or show a witness lead.
  std::vector<std::string> notes;
  // What to write instead: "write `50000 EUR`, or declare a second field in USD".
  std::string help;
  std::vector<Fix> fixes;
  // Of kLint alone.
  LintOrigin lint = {};
};

int CodeOf(const Diagnostic& diagnostic);
Severity SeverityOf(const Diagnostic& diagnostic);
// "LQ0412"
std::string CodeText(const Diagnostic& diagnostic);

// The diagnostics of one compilation, in the order they were reported. A pass reports and goes on.
// Nobody reads thousands: of errors and of warnings the first kMostKept are kept, the rest counted.
class Diagnostics {
 public:
  // The reference stays good until Sort: what is looked up for a message may report in turn.
  Diagnostic& Report(DiagnosticKind kind, Span span, std::string message);
  // The same for what a lint rule found.
  Diagnostic& Report(const LintOrigin& origin, Span span, std::string message);
  // The same for one that another compilation reported, or the same one before.
  Diagnostic& Report(Diagnostic diagnostic) { return Keep(std::move(diagnostic)); }
  // Takes back what was said of a place, when something better is about to be. No reference to a
  // report stays good.
  void Withdraw(DiagnosticKind kind, Span span);
  const std::deque<Diagnostic>& all() const { return all_; }
  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  std::size_t warning_count() const { return warnings_; }
  // By file, then place, then code; that there were too many comes last.
  void Sort();

  static constexpr std::size_t kMostKept = 1000;

 private:
  Diagnostic& Keep(Diagnostic diagnostic);

  std::deque<Diagnostic> all_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  // What is not kept is written here.
  Diagnostic spare_{};
};

// The name among `candidates` nearest to `name` by edit distance (Damerau-Levenshtein, at most a
// third of its length, at least one); empty when none is near.
std::string_view NearestName(std::string_view name,
                             const std::vector<std::string_view>& candidates);

}  // namespace lq
