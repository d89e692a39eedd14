#include "tests/differential/generator/coverage.h"

#include <stdexcept>

namespace lq::test {
namespace {

constexpr std::string_view kRows[] = {
    // Of the language.
    "a column strength",
    "a define as a column",
    "a define in a condition",
    "a dotted field",
    "a field with a reserved name",
    "a guard with a need",
    "a guard with never",
    "a key by its field",
    "a key with a header",
    "a lookup of a library",
    "a lookup of the policy",
    "a named pattern",
    "a parameter in a condition",
    "a pattern in place",
    "a placeholder of a required field",
    "a placeholder with a fallback",
    "a reason code used twice",
    "a reason of otherwise",
    "a rule overrides a rule",
    "a rule overrides a table",
    "a score as a column",
    "a second arm",
    "a set in a condition",
    "a symbol for an operator",
    "a table as a column",
    "a table that assumes no",
    "a table without otherwise",
    "a toggle in a condition",
    "add",
    "an enum ignoring case",
    "an enum's label",
    "an outcome that is a reserved word",
    "an outcome's need",
    "and",
    "assume no",
    "assume yes",
    "bare value in a cell",
    "begins at",
    "cell any",
    "cell known",
    "cell missing",
    "clause ask",
    "clause deprecated",
    "clause identifies",
    "clause if invalid",
    "clause keep both",
    "clause optional",
    "clause protected",
    "clause required",
    "clause sources",
    "clause stale after",
    "clause trust first",
    "confidence in a guard",
    "content of a reason",
    "content of an outcome",
    "content of its own",
    "define",
    "derived in a policy",
    "derived in a schema",
    "evidence supports",
    "evidence weakens",
    "expression days from",
    "expression days since",
    "expression divided by",
    "expression domain of",
    "expression field",
    "expression in a condition",
    "expression minus",
    "expression percent of",
    "expression plus",
    "expression times",
    "expression today",
    "expression year of",
    "fixture",
    "function abs",
    "function calling_code",
    "function domain",
    "function length",
    "function length of",
    "function local_part",
    "function lower",
    "function max_of",
    "function min_of",
    "function month",
    "function prefix",
    "function registrable_domain",
    "function suffix",
    "function trim",
    "function weekday",
    "function words",
    "function year",
    "group",
    "hit first",
    "hit unique",
    "ignoring case",
    "is known",
    "is missing",
    "languages",
    "no strength",
    "not",
    "not of a list",
    "now in a condition",
    "or",
    "other fields rejected",
    "outcome in a guard",
    "outcome in a list in a guard",
    "output",
    "owner, purpose, review and change",
    "parameter",
    "parameter with dates",
    "pattern",
    "rounding down",
    "rounding half_even",
    "rounding up",
    "rule",
    "rules table",
    "score",
    "set",
    "set minus",
    "set plus",
    "shift days",
    "shift hours",
    "shift minutes",
    "shift months",
    "shift years",
    "strength as a confidence",
    "strength as a word",
    "strength as points",
    "subtract",
    "table",
    "tension in a guard",
    "test after",
    "test at least",
    "test at most",
    "test before",
    "test between",
    "test contains",
    "test ends with",
    "test has all of",
    "test has any of",
    "test has none of",
    "test in",
    "test is",
    "test is not",
    "test less than",
    "test matches",
    "test more than",
    "test not in",
    "test on or after",
    "test on or before",
    "test starts with",
    "text test any of",
    "text test of one",
    "the prefix lead.",
    "today in a condition",
    "toggle",
    "two operands compared",
    "type country",
    "type currency",
    "type date",
    "type decimal",
    "type domain",
    "type email",
    "type instant",
    "type integer",
    "type language",
    "type list",
    "type money",
    "type one",
    "type percent",
    "type phone",
    "type text",
    "type yes_no",
    "unless",
    "within a group",
    // Forms of a lead.
    "lead: a band",
    "lead: a band over the whole range",
    "lead: a band without a beginning",
    "lead: a band without an end",
    "lead: a constant of the program",
    "lead: a duplicate key",
    "lead: a field left out",
    "lead: a report of a band",
    "lead: a report of nothing",
    "lead: a report of one_of",
    "lead: a report without a time",
    "lead: a scalar",
    "lead: an empty text",
    "lead: an end of the range",
    "lead: an id",
    "lead: an invalid value",
    "lead: an undeclared source",
    "lead: an unknown key",
    "lead: beside a constant of the program",
    "lead: not JSON",
    "lead: null",
    "lead: one report",
    "lead: one_of",
    "lead: one_of one value",
    "lead: several reports",
};

}  // namespace

Coverage::Coverage() {
  for (const std::string_view row : kRows) {
    counts_.emplace(row, 0);
  }
}

void Coverage::Count(std::string_view what) {
  const auto row = counts_.find(what);
  if (row == counts_.end()) {
    throw std::logic_error("coverage.cpp has no row \"" + std::string(what) + "\"");
  }
  ++row->second;
}

std::vector<std::string> Coverage::Missing() const {
  std::vector<std::string> missing;
  for (const auto& [what, count] : counts_) {
    if (count == 0) {
      missing.push_back(what);
    }
  }
  return missing;
}

std::string Coverage::Print() const {
  std::string out;
  for (const auto& [what, count] : counts_) {
    const std::string number = std::to_string(count);
    out +=
        std::string(number.size() < 10 ? 10 - number.size() : 1, ' ') + number + "  " + what + "\n";
  }
  return out;
}

}  // namespace lq::test
