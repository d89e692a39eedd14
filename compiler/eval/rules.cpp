#include "compiler/eval/rules.h"

#include <algorithm>
#include <optional>

#include "compiler/eval/table.h"

namespace lq::eval {
namespace {

using Overriders = std::vector<std::vector<std::uint32_t>>;

bool Contains(const std::vector<std::uint32_t>& rules, std::uint32_t rule) {
  return std::binary_search(rules.begin(), rules.end(), rule);
}

// An earlier row overrides every later one.
void AddEarlierRows(const ir::RulesTable& table, Overriders& overriders) {
  for (std::uint32_t later = table.first; later < table.first + table.count; ++later) {
    for (std::uint32_t earlier = table.first; earlier < later; ++earlier) {
      overriders[later].push_back(earlier);
    }
  }
}

// In order, each rule once.
void Sort(std::vector<std::uint32_t>& rules) {
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
}

Overriders FindOverriders(const ir::Program& program) {
  Overriders overriders(program.rules.size());
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    for (const std::uint32_t overridden : program.rules[rule].overrides) {
      overriders[overridden].push_back(rule);
    }
  }
  for (const ir::RulesTable& table : program.rules_tables) {
    if (table.hit_first) {
      AddEarlierRows(table, overriders);
    }
  }
  std::for_each(overriders.begin(), overriders.end(), Sort);
  return overriders;
}

// Works out F' of each rule, by the page's sentence. The overrides have no cycle.
class Overriding {
 public:
  explicit Overriding(Rules& rules) : rules_(rules), known_(rules.standings.size()) {}

  bool Out(std::uint32_t rule) {
    if (!known_[rule].has_value()) {
      known_[rule] = rules_.standings[rule].truth.ruled_out || SomeOverriderDefeats(rule);
    }
    return *known_[rule];
  }

  bool Fires(std::uint32_t rule) {
    const std::vector<std::uint32_t>& overriders = rules_.overriders[rule];
    return rules_.standings[rule].truth.holds &&
           std::all_of(overriders.begin(), overriders.end(),
                       [&](std::uint32_t q) { return Out(q); });
  }

 private:
  bool SomeOverriderDefeats(std::uint32_t rule) {
    const std::vector<std::uint32_t>& overriders = rules_.overriders[rule];
    return std::any_of(overriders.begin(), overriders.end(),
                       [&](std::uint32_t q) { return Defeats(q, rule); });
  }

  // T(q), and every p that overrides q and is not F' overrides the rule too.
  bool Defeats(std::uint32_t q, std::uint32_t rule) {
    const std::vector<std::uint32_t>& above = rules_.overriders[q];
    return rules_.standings[q].truth.holds &&
           std::all_of(above.begin(), above.end(), [&](std::uint32_t p) {
             return Contains(rules_.overriders[rule], p) || Out(p);
           });
  }

  Rules& rules_;
  std::vector<std::optional<bool>> known_;
};

}  // namespace

bool Rules::some_holds() const {
  return std::any_of(standings.begin(), standings.end(),
                     [](const Standing& standing) { return standing.truth.holds; });
}

Rules WeighRules(Situation& situation) {
  Rules rules;
  rules.overriders = FindOverriders(situation.program);
  for (const ir::Rule& rule : situation.program.rules) {
    Standing standing;
    standing.truth = Assumed(TruthOf(situation, rule.when), rule.assume);
    rules.standings.push_back(standing);
  }
  Overriding overriding(rules);
  for (std::uint32_t rule = 0; rule < rules.standings.size(); ++rule) {
    rules.standings[rule].out = overriding.Out(rule);
    rules.standings[rule].fires = overriding.Fires(rule);
  }
  return rules;
}

}  // namespace lq::eval
