#include <map>

#include <fmt/format.h>

#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

// What a reason speaks for.
struct Meaning {
  std::uint32_t outcome;
  bool against;
  Span at;
};

using Meanings = std::map<std::string_view, Meaning>;

void LookAt(const ir::Program& program, std::string_view reason, const Meaning& meaning,
            Meanings& meanings, Findings& findings) {
  const auto [first, fresh] = meanings.emplace(reason, meaning);
  const Meaning& before = first->second;
  if (fresh || (before.outcome == meaning.outcome && before.against == meaning.against))
    return;
  const auto text = [&](const Meaning& one) {
    return fmt::format("{} `{}`", one.against ? "against" : "for",
                       program.outcomes[one.outcome].name);
  };
  Diagnostic& report =
      findings.Add(meaning.at, fmt::format("the reason `{}` speaks {} here and {} elsewhere",
                                           reason, text(meaning), text(before)));
  if (!(before.at == meaning.at))
    report.secondary.push_back({before.at, "elsewhere"});
  report.help = "give each of the two a code of its own: whoever reads it should know which it was";
}

}  // namespace

void AmbiguousReasons(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    Meanings meanings;
    for (const ir::Rule& rule : program.rules)
      LookAt(program, rule.reason, {rule.outcome, false, rule.span}, meanings, findings);
    for (const ir::Evidence& item : program.evidence) {
      const bool against = item.points < 0;
      LookAt(program, item.reason, {item.outcome, against, item.span}, meanings, findings);
      if (item.otherwise_points != 0)
        LookAt(program, item.otherwise_reason, {item.outcome, item.otherwise_points < 0, item.span},
               meanings, findings);
    }
  }
}

}  // namespace lq::lint
