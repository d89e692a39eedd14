#include "tests/differential/generator/policy.h"

#include <algorithm>
#include <set>

#include "tests/differential/generator/conditions.h"
#include "tests/differential/generator/content.h"
#include "tests/differential/generator/schema.h"
#include "tests/differential/generator/strength.h"
#include "tests/differential/generator/tables.h"

namespace lq::test {
namespace {

using File = Statement::File;

std::string NeedsText(Draft& draft, int chance) {
  if (!draft.Chance(chance)) {
    return "";
  }
  draft.coverage.Count("an outcome's need");
  return " needs " + std::to_string(draft.random.Between(20, 95)) +
         std::string(draft.Pick({"%", ".5%"}));
}

std::string OptionalStrength(Draft& draft) {
  if (draft.Chance(25)) {
    draft.coverage.Count("no strength");
    return "";
  }
  return " " + RandomStrength(draft);
}

void DraftOutcomes(Draft& draft) {
  draft.outcomes = {"alpha", "beta", "gamma", "delta"};
  draft.outcomes.resize(2 + draft.random.Below(3));
  if (draft.Chance(15)) {
    draft.coverage.Count("an outcome that is a reserved word");
    draft.outcomes[0] = draft.Pick({"rule", "other", "review"});
  }
  std::string text = "outcomes strongest first\n";
  for (const std::string& outcome : draft.outcomes) {
    const bool last = outcome == draft.outcomes.back();
    text += "  " + outcome + NeedsText(draft, 35) + (last ? "\n" : ",\n");
  }
  text += "  otherwise " + draft.random.Pick(draft.outcomes) + OptionalStrength(draft);
  if (draft.Chance(60)) {
    draft.coverage.Count("a reason of otherwise");
    text += " because " + ReasonCode(draft);
  }
  draft.Add(File::kPolicy, text + "\n  undecided becomes unsure\n  doubtful becomes held_back",
            true);
}

void DraftToggles(Draft& draft) {
  for (const std::string_view name : {"beta_mode", "strict"}) {
    if (draft.Chance(30)) {
      draft.coverage.Count("toggle");
      draft.toggles.emplace_back(name);
      draft.Add(File::kPolicy, "toggle " + std::string(name) + " default " +
                                   std::string(draft.Pick({"on", "off"})));
    }
  }
}

void DraftDefine(Draft& draft, const std::string& name) {
  draft.coverage.Count("define");
  draft.Add(File::kPolicy, "define " + name + " when " + RandomCondition(draft, 2));
  draft.defines.push_back(name);
}

void DraftScore(Draft& draft, const std::string& name) {
  draft.coverage.Count("score");
  const std::int64_t low = draft.Chance(70) ? 0 : -20;
  std::string text = "score " + name + " from " + std::to_string(low) + " to 100\n";
  std::vector<std::string> clauses;
  if (draft.Chance(60)) {
    draft.coverage.Count("begins at");
    clauses.push_back("begins at " + std::to_string(draft.random.Between(0, 40)));
  }
  const std::size_t items = 1 + draft.random.Below(4);
  for (std::size_t i = 0; i < items; ++i) {
    const bool add = draft.Chance(70);
    draft.coverage.Count(add ? "add" : "subtract");
    std::string clause = (add ? "add " : "subtract ") +
                         std::to_string(draft.random.Between(0, 60)) + " when " +
                         RandomCondition(draft, 1);
    if (draft.Chance(70)) {
      clause += " because " + ReasonCode(draft);
    }
    clauses.push_back(clause);
  }
  draft.Add(File::kPolicy, text + JoinClauses(draft, clauses));
  Operand operand;
  operand.kind = Operand::Kind::kScore;
  operand.text = name;
  operand.type.kind = TypeKind::kInteger;
  operand.type.low = low;
  operand.type.high = 100;
  draft.operands.push_back(operand);
}

// Names of rules and rules tables that are there already.
std::string Overrides(Draft& draft, const std::vector<std::string>& earlier) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < 1 + draft.random.Below(3); ++i) {
    names.insert(draft.random.Pick(earlier));
  }
  std::string text;
  for (const std::string& name : names) {
    draft.coverage.Count(name.starts_with("t") ? "a rule overrides a table"
                                               : "a rule overrides a rule");
    text += (text.empty() ? "overrides " : ", ") + name;
  }
  return text;
}

void DraftRule(Draft& draft, const std::string& name, const std::vector<std::string>& earlier) {
  draft.coverage.Count("rule");
  std::vector<std::string> clauses = {
      "choose " + draft.random.Pick(draft.outcomes) + OptionalStrength(draft),
      "when " + RandomCondition(draft, 2),
      "reason " + ReasonCode(draft),
  };
  if (draft.Chance(25)) {
    draft.coverage.Count("unless");
    clauses.push_back("unless " + RandomCondition(draft, 1));
  }
  if (draft.options.absence && draft.Chance(20)) {
    const bool yes = draft.Chance(50);
    draft.coverage.Count(yes ? "assume yes" : "assume no");
    clauses.push_back(std::string("if unknown assume ") + (yes ? "yes" : "no"));
  }
  if (!earlier.empty() && draft.Chance(40)) {
    clauses.push_back(Overrides(draft, earlier));
  }
  draft.Add(File::kPolicy, "rule " + name + "\n" + JoinClauses(draft, clauses));
}

void DraftRules(Draft& draft) {
  std::vector<std::string> earlier;
  const std::size_t count = 1 + draft.random.Below(6);
  for (std::size_t i = 0; i < count; ++i) {
    const bool table = draft.Chance(20);
    const std::string name = (table ? "t" : "r") + std::to_string(i);
    if (table) {
      DraftRulesTable(draft, name);
    } else {
      DraftRule(draft, name, earlier);
    }
    earlier.push_back(name);
  }
}

void DraftEvidence(Draft& draft, const std::string& name) {
  const bool supports = draft.Chance(65);
  draft.coverage.Count(supports ? "evidence supports" : "evidence weakens");
  std::vector<std::string> clauses = {"when " + RandomCondition(draft, 1),
                                      "reason " + ReasonCode(draft)};
  if (!draft.groups.empty() && draft.Chance(40)) {
    draft.coverage.Count("within a group");
    clauses.push_back("within " + draft.random.Pick(draft.groups));
  }
  if (draft.Chance(35)) {
    draft.coverage.Count("a second arm");
    clauses.push_back("otherwise " + std::string(draft.Pick({"supports ", "weakens "})) +
                      RandomStrength(draft) + " because " + ReasonCode(draft));
  }
  draft.Add(File::kPolicy, "evidence " + name + (supports ? " supports " : " weakens ") +
                               draft.random.Pick(draft.outcomes) + " " + RandomStrength(draft) +
                               "\n" + JoinClauses(draft, clauses));
}

void DraftGroups(Draft& draft) {
  const std::size_t count = draft.random.Below(3);
  for (std::size_t i = 0; i < count; ++i) {
    draft.coverage.Count("group");
    const std::string name = "group" + std::to_string(i);
    draft.groups.push_back(name);
    draft.Add(File::kPolicy, "group " + name + " at most " +
                                 std::to_string(draft.random.Between(0, 12)) +
                                 std::string(draft.Pick({" points", ".5 points"})));
  }
}

void DraftGuard(Draft& draft, const std::string& name) {
  draft.in_guard = true;
  std::vector<std::string> clauses = {"when " + RandomCondition(draft, 2)};
  draft.in_guard = false;
  const bool never = draft.Chance(50);
  draft.coverage.Count(never ? "a guard with never" : "a guard with a need");
  clauses.push_back(never ? "never"
                          : "needs " + std::to_string(draft.random.Between(10, 99)) + "%");
  if (draft.Chance(70)) {
    clauses.push_back("reason " + ReasonCode(draft));
  }
  draft.Add(File::kPolicy, "guard " + name + "\n" + JoinClauses(draft, clauses));
}

// Defines, scores, tables, lookups and derived values, in an order in which each reads only earlier
// ones.
void DraftReadables(Draft& draft) {
  using Drafter = void (*)(Draft&, const std::string&);
  const std::vector<std::pair<std::string, Drafter>> drafters = {
      {"is_", DraftDefine}, {"score", DraftScore}, {"table", DraftTable}, {"lookup", DraftLookup}};
  const std::size_t count = draft.random.Below(6);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [prefix, drafter] = draft.random.Pick(drafters);
    drafter(draft, prefix + std::to_string(i));
  }
  if (draft.Chance(30)) {
    DraftDerived(draft, File::kPolicy, "own");
  }
}

void DraftHeader(Draft& draft) {
  draft.Add(File::kPolicy,
            "edition 2026\npolicy fuzz version 1\nuses schema lead" +
                std::string(draft.Pick({"", " version 3"})) + "\nuses library terms",
            true);
  draft.Add(File::kPolicy, "enum tier_kind of low_tier, mid_tier, top_tier");
  if (draft.Chance(20)) {
    draft.coverage.Count("fixture");
    draft.Add(File::kPolicy, "fixture typical as sure yes, today 2026-08-01");
  }
  if (draft.Chance(30)) {
    draft.coverage.Count("owner, purpose, review and change");
    draft.Add(
        File::kPolicy,
        "owner \"ops@example.org\"\npurpose \"a random policy\"\nreview by 2026-12-31\nchange "
        "minor \"why\"");
  }
}

void DraftOutput(Draft& draft) {
  std::set<std::string> names(draft.outputs.begin(), draft.outputs.end());
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "output " : ", ") + name;
  }
  if (!names.empty()) {
    draft.coverage.Count("output");
    draft.Add(File::kPolicy, text);
  }
}

}  // namespace

void DraftPolicy(Draft& draft) {
  DraftHeader(draft);
  DraftOutcomes(draft);
  DraftToggles(draft);
  DraftReadables(draft);
  DraftRules(draft);
  DraftGroups(draft);
  const std::size_t evidence = draft.random.Below(6);
  for (std::size_t i = 0; i < evidence; ++i) {
    DraftEvidence(draft, "e" + std::to_string(i));
  }
  const std::size_t guards = draft.random.Below(3);
  for (std::size_t i = 0; i < guards; ++i) {
    DraftGuard(draft, "guard" + std::to_string(i));
  }
  DraftContent(draft);
  DraftOutput(draft);
}

}  // namespace lq::test
