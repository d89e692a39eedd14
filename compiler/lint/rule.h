#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "compiler/diag/diagnostic.h"
#include "compiler/lint/package.h"

namespace lq::lint {

enum class Level : std::uint8_t { kOff, kWarning, kError };

// off, warning, error.
std::string_view LevelText(Level level);
std::optional<Level> ParseLevel(std::string_view text);

class Findings;

// One row of rules.def.
struct Rule {
  int code = 0;
  // Reads as `# lq allow unused_fields: why`.
  std::string_view name;
  // Without a word in lq.toml.
  Level level = Level::kWarning;
  // One line, no full stop.
  std::string_view summary;
  // Looks at the whole package. Null for the rules about `# lq allow` itself.
  void (*run)(const Package& package, Findings& findings) = nullptr;
};

// By code.
std::span<const Rule> AllRules();
// Null when there is none.
const Rule* FindRule(std::string_view name);

// Where a rule puts what it finds.
class Findings {
 public:
  Findings(const Rule& rule, Severity severity, Diagnostics& diagnostics)
      : rule_(rule), severity_(severity), diagnostics_(diagnostics) {}
  // The reference stays good until the next one is added.
  Diagnostic& Add(Span span, std::string message) {
    return diagnostics_.Report(LintOrigin{rule_.code, severity_, rule_.name}, span,
                               std::move(message));
  }

 private:
  const Rule& rule_;
  Severity severity_;
  Diagnostics& diagnostics_;
};

}  // namespace lq::lint
