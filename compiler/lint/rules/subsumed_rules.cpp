#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "compiler/ir/expression_text.h"
#include "compiler/lint/conditions.h"
#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

// Each is held against each; of more nothing is said.
constexpr std::size_t kMostAlike = 500;

// What must hold for a rule, part by part.
std::set<std::string> PartTexts(const ir::Program& program, const ir::Rule& rule) {
  const ir::Cond& cond = program.conds[rule.when];
  std::set<std::string> texts;
  if (cond.op != ir::CondOp::kAnd) {
    texts.insert(ir::CondText(program, rule.when));
    return texts;
  }
  for (const ir::CondId part : PartsOf(program, cond))
    texts.insert(ir::CondText(program, part));
  return texts;
}

struct Seen {
  const ir::Rule* rule;
  std::set<std::string> parts;
};

// Wherever `narrow` holds, `wide` chooses the same at least as strongly.
bool Subsumes(const Seen& wide, const Seen& narrow) {
  return wide.rule->outcome == narrow.rule->outcome &&
         wide.rule->strength >= narrow.rule->strength && wide.rule->reason == narrow.rule->reason &&
         wide.rule->assume == narrow.rule->assume &&
         wide.rule->overrides == narrow.rule->overrides &&
         wide.parts.size() < narrow.parts.size() &&
         std::includes(narrow.parts.begin(), narrow.parts.end(), wide.parts.begin(),
                       wide.parts.end());
}

}  // namespace

void SubsumedRules(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    // By outcome and reason, which both must share.
    std::map<std::pair<std::uint32_t, std::string_view>, std::vector<Seen>> alike;
    for (const ir::Rule& rule : policy.program->rules) {
      if (rule.table == ir::kNone)
        alike[{rule.outcome, rule.reason}].push_back({&rule, {}});
    }
    for (auto& [key, rules] : alike) {
      if (rules.size() < 2 || rules.size() > kMostAlike)
        continue;
      for (Seen& seen : rules)
        seen.parts = PartTexts(*policy.program, *seen.rule);
      for (const Seen& narrow : rules) {
        const auto wide = std::find_if(rules.begin(), rules.end(),
                                       [&](const Seen& other) { return Subsumes(other, narrow); });
        if (wide == rules.end())
          continue;
        Diagnostic& report = findings.Add(
            narrow.rule->span,
            fmt::format("`{}` adds nothing: wherever it holds, `{}` chooses the same for the same "
                        "reason, as strongly",
                        narrow.rule->name, wide->rule->name));
        report.secondary.push_back({wide->rule->span, "asks for less"});
        report.help = "remove it, or give it an outcome, a reason or a strength of its own";
      }
    }
  }
}

}  // namespace lq::lint
