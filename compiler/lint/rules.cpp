#include "compiler/lint/rules.h"

#include <algorithm>
#include <array>

#include "compiler/lint/allow.h"

namespace lq::lint {
namespace {

constexpr auto kRules = std::to_array<Rule>({
#define LQ_LINT_RULE(function, code, name, level, summary) \
  {code, name, Level::level, summary, function},
#include "compiler/lint/rules.def"
#undef LQ_LINT_RULE
    kBrokenAllows,
    kUnusedAllows,
});

}  // namespace

std::string_view LevelText(Level level) {
  switch (level) {
    case Level::kOff:
      return "off";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "";
}

std::optional<Level> ParseLevel(std::string_view text) {
  for (const Level level : {Level::kOff, Level::kWarning, Level::kError}) {
    if (LevelText(level) == text)
      return level;
  }
  return std::nullopt;
}

std::span<const Rule> AllRules() { return kRules; }

const Rule* FindRule(std::string_view name) {
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const Rule& rule) { return rule.name == name; });
  return found == kRules.end() ? nullptr : &*found;
}

}  // namespace lq::lint
