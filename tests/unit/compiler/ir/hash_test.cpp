#include "compiler/ir/hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "compiler/diag/render.h"
#include "compiler/ir/print.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sample/sample_policy.h"

namespace lq::test {
namespace {

constexpr std::string_view kTeams = "country,team\nDE,large\nFR,small\n";

// The canonical text of the policy, or what was wrong with it.
std::string CanonicalOf(const std::vector<UnitText>& units, std::string_view teams = kTeams) {
  MemoryFiles files;
  for (const UnitText& unit : units) {
    std::string text = unit.head;
    for (const std::string& statement : unit.statements)
      text += statement;
    files.Add(unit.file, text);
  }
  files.Add("teams.csv", std::string(teams));
  const auto compilation = Compile(files, units.back().file);
  if (compilation->program == nullptr) {
    return RenderText(compilation->diagnostics, compilation->sources, {});
  }
  EXPECT_EQ(compilation->program->hash, ir::Hash(*compilation->program));
  return ir::Canonical(*compilation->program);
}

// The sample with one statement's text replaced; the statement must be there.
std::vector<UnitText> With(std::string_view before, std::string_view after) {
  std::vector<UnitText> units = SamplePolicy();
  bool found = false;
  for (UnitText& unit : units) {
    for (std::string* text : {&unit.head}) {
      const std::size_t at = text->find(before);
      if (at == std::string::npos)
        continue;
      text->replace(at, before.size(), after);
      found = true;
    }
    for (std::string& statement : unit.statements) {
      const std::size_t at = statement.find(before);
      if (at == std::string::npos || found)
        continue;
      statement.replace(at, before.size(), after);
      found = true;
    }
  }
  EXPECT_TRUE(found) << before;
  return units;
}

TEST(Hash, OrderOfStatementsDoesNotShow) {
  const std::string canonical = CanonicalOf(SamplePolicy());
  ASSERT_TRUE(canonical.starts_with("policy sample version 4\n")) << canonical;
  std::mt19937 random(26);
  for (int round = 0; round < 20; ++round) {
    std::vector<UnitText> units = SamplePolicy();
    for (UnitText& unit : units) {
      std::shuffle(unit.statements.begin(), unit.statements.end(), random);
    }
    ASSERT_EQ(CanonicalOf(units), canonical) << "round " << round;
  }
}

struct Change {
  std::string_view before;
  std::string_view after;
};

TEST(Hash, WhatChangesNoDecisionDoesNotShow) {
  const std::string canonical = CanonicalOf(SamplePolicy());
  for (const Change& change : {
           Change{"owner \"a@b.example\"", "owner \"c@d.example\""},
           Change{"Your budget?", "What is your budget?"},
           Change{"Shows everything", "Shows a lot"},
           Change{"2026-12-31", "2027-12-31"},
           Change{"change minor", "change major"},
           Change{"fixture typical as email", "# a comment\nfixture usual as email"},
           Change{"when rich and large", "when   rich\n    and large # spaced"},
           Change{"choose high\n  when rich and large", "when rich and large\n  choose high"},
           Change{"overrides mailbox, by_country", "overrides by_country, mailbox"},
           Change{
               "add 30 when large because SIZE\n  subtract 5 when role is student because STUDENT",
               "subtract 5 when role is student because STUDENT\n  add 30 when large because SIZE"},
       }) {
    EXPECT_EQ(CanonicalOf(With(change.before, change.after)), canonical) << change.before;
  }
  EXPECT_EQ(CanonicalOf(SamplePolicy(), "country,team\r\nFR,\"small\"\r\nDE,large"), canonical);
  std::vector<UnitText> renamed = SamplePolicy();
  renamed[1].file = "other_name.lq";
  EXPECT_EQ(CanonicalOf(renamed), canonical);
}

TEST(Hash, WhatChangesDecisionsShows) {
  const std::string canonical = CanonicalOf(SamplePolicy());
  for (const Change& change : {
           Change{"schema lead version 2", "schema lead version 3"},
           Change{"policy sample version 4", "policy sample version 5"},
           Change{"\"Student\"", "\"Pupil\""},
           Change{"student \"Student\", buyer", "buyer, student \"Student\""},
           Change{"email is email required identifies", "email is email required"},
           Change{"size is integer from 1 to 5000", "size is integer from 1 to 5001"},
           Change{"crm, form", "form, crm"},
           Change{"keep both", "trust first"},
           Change{"90 days", "91 days"},
           Change{"if invalid treat as missing", ""},
           Change{"field seen is date optional", "field seen is date required"},
           Change{"size times 2", "size times 3"},
           Change{"other fields rejected\n", ""},
           Change{"[DE, AT, CH]", "[DE, AT]"},
           Change{"otherwise small", "otherwise large"},
           Change{"5000 EUR, 6000 EUR from 2026-07-01", "5000 EUR, 6000 EUR from 2026-07-02"},
           Change{"(info|sales)@.*", "(info|sale)@.*"},
           Change{"high needs 80%, mid, low", "mid, high needs 80%, low"},
           Change{"high needs 80%", "high needs 81%"},
           Change{"otherwise low because NONE", "otherwise low because NOTHING"},
           Change{"undecided becomes ask_back", "undecided becomes ask_them"},
           Change{"toggle strict default on", "toggle strict default off"},
           Change{"budget at least floor", "budget more than floor"},
           Change{"begins at 10", "begins at 11"},
           Change{"from 0 to 100\n", "from 0 to 99\n"},
           Change{"because SIZE", "because SIZES"},
           Change{"hit first\n  if unknown assume no", "hit first"},
           Change{"strongly | DACH", "fairly | DACH"},
           Change{"unless role is student", "unless role is buyer"},
           Change{"overrides mailbox, by_country", "overrides by_country"},
           Change{"choose mid weakly", "choose mid fairly"},
           Change{"today minus 30 days", "today minus 31 days"},
           Change{"within intent", ""},
           Change{"otherwise weakens weakly", "otherwise weakens fairly"},
           Change{" ignoring case", ""},
           Change{"at most 5 points", "at most 5.5 points"},
           Change{"never\n  reason TORN", "needs 99%\n  reason TORN"},
           Change{"needs 95%", "needs 94%"},
           Change{"output tier, team, mail_domain", "output tier, mail_domain"},
           Change{"'rich'", "'very rich'"},
           Change{"\"Hoch.\"", "\"Hoch!\""},
       }) {
    const std::string changed = CanonicalOf(With(change.before, change.after));
    EXPECT_NE(changed, canonical) << change.before;
    EXPECT_TRUE(changed.starts_with("policy sample version")) << changed;
  }
  EXPECT_NE(CanonicalOf(SamplePolicy(), "country,team\nDE,small\nFR,small\n"), canonical);
}

TEST(Hash, IsASha256) {
  ir::Program program;
  const std::string hash = ir::Hash(program);
  EXPECT_EQ(hash.size(), std::string_view("sha256:").size() + 64);
  EXPECT_TRUE(hash.starts_with("sha256:"));
  program.version = 1;
  EXPECT_NE(ir::Hash(program), hash);
}

}  // namespace
}  // namespace lq::test
