#include "compiler/plan/make_plan.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "compiler/plan/lower_conditions.h"
#include "compiler/plan/lower_expressions.h"
#include "compiler/plan/lower_schema.h"

namespace lq {
namespace {

plan::Assume LowerAssume(ir::Assume assume) {
  switch (assume) {
    case ir::Assume::kNothing:
      return plan::Assume::kNothing;
    case ir::Assume::kNo:
      return plan::Assume::kNo;
    case ir::Assume::kYes:
      return plan::Assume::kYes;
  }
  return plan::Assume::kNothing;
}

class PlanMaker {
 public:
  explicit PlanMaker(const ir::Program& program)
      : program_(program),
        expressions_(program, plan_.expressions),
        conditions_(program, plan_, expressions_) {}

  plan::Plan Run() {
    LowerHeader();
    plan_.schema = LowerSchema(program_);
    expressions_.LowerDeclarations();
    for (const ir::Pattern& pattern : program_.patterns)
      plan_.terms.patterns.push_back(pattern.regex);
    LowerRules();
    LowerEvidence();
    for (const ir::Score& score : program_.scores)
      LowerScore(score);
    for (const ir::Table& table : program_.tables)
      LowerTable(table);
    LowerGuards();
    conditions_.Finish();
    for (const ir::Lookup& lookup : program_.lookups)
      LowerLookup(lookup);
    LowerOutputs();
    return std::move(plan_);
  }

 private:
  void LowerHeader() {
    plan_.policy = program_.policy;
    plan_.version = program_.version;
    plan_.hash = program_.hash;
    plan_.arena = program_.arena;
    plan_.languages = program_.languages;
    plan_.undecided = program_.undecided;
    plan_.doubtful = program_.doubtful;
    plan_.otherwise_outcome = program_.otherwise_outcome;
    plan_.otherwise_strength = program_.otherwise_strength;
    plan_.otherwise_reason = program_.otherwise_reason;
    for (const ir::Toggle& toggle : program_.toggles)
      plan_.toggles.push_back({toggle.name, toggle.on});
    for (const ir::Outcome& outcome : program_.outcomes) {
      plan_.outcomes.push_back({outcome.name, outcome.needs});
    }
  }

  // Rules by outcome, strongest first, so that the first bit that holds is the winner.
  void LowerRules() {
    std::vector<std::uint32_t> order(program_.rules.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return program_.rules[a].outcome < program_.rules[b].outcome;
    });
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
      rank[order[i]] = i;
    const std::vector<std::uint32_t> first_tables = NumberFirstTables();
    for (std::uint32_t index : order)
      LowerRule(program_.rules[index], first_tables);
    for (std::uint32_t index : order) {
      for (std::uint32_t other : program_.rules[index].overrides) {
        plan_.rules[rank[other]].overriders.push_back(rank[index]);
      }
    }
    for (plan::Rule& rule : plan_.rules)
      std::sort(rule.overriders.begin(), rule.overriders.end());
    OrderOverridden();
  }

  std::vector<std::uint32_t> NumberFirstTables() {
    std::vector<std::uint32_t> numbers;
    for (const ir::RulesTable& table : program_.rules_tables) {
      numbers.push_back(table.hit_first ? plan_.first_table_count++ : plan::kNone);
    }
    return numbers;
  }

  void LowerRule(const ir::Rule& from, const std::vector<std::uint32_t>& first_tables) {
    plan::Rule rule;
    rule.name = from.name;
    rule.row = from.row;
    if (from.table != ir::kNone)
      rule.first_table = first_tables[from.table];
    rule.outcome = from.outcome;
    rule.strength = from.strength;
    rule.when = conditions_.Lower(from.when);
    rule.assume = LowerAssume(from.assume);
    rule.reason = from.reason;
    plan_.rules.push_back(std::move(rule));
  }

  // Kahn's topological sort of the rules by "overrides", overriders first.
  void OrderOverridden() {
    const std::size_t count = plan_.rules.size();
    std::vector<std::vector<std::uint32_t>> overrides(count);
    std::vector<std::uint32_t> waiting(count);
    for (std::uint32_t rule = 0; rule < count; ++rule) {
      waiting[rule] = static_cast<std::uint32_t>(plan_.rules[rule].overriders.size());
      for (std::uint32_t other : plan_.rules[rule].overriders)
        overrides[other].push_back(rule);
    }
    std::vector<std::uint32_t> ready;
    for (std::uint32_t rule = 0; rule < count; ++rule) {
      if (waiting[rule] == 0)
        ready.push_back(rule);
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
      const std::uint32_t rule = ready[next];
      if (!plan_.rules[rule].overriders.empty())
        plan_.overridden.push_back(rule);
      for (std::uint32_t other : overrides[rule]) {
        if (--waiting[other] == 0)
          ready.push_back(other);
      }
    }
  }

  void LowerEvidence() {
    for (const ir::Group& group : program_.groups)
      plan_.group_caps.push_back(group.cap);
    for (const ir::Evidence& from : program_.evidence) {
      plan_.evidence.push_back({from.name, from.outcome, from.points, from.otherwise_points,
                                from.reason, from.otherwise_reason, from.group,
                                conditions_.Lower(from.when)});
    }
  }

  void LowerScore(const ir::Score& from) {
    std::vector<const ir::ScoreItem*> order;
    for (const ir::ScoreItem& item : from.items)
      order.push_back(&item);
    std::stable_sort(order.begin(), order.end(),
                     [](const ir::ScoreItem* a, const ir::ScoreItem* b) {
                       const std::int64_t left = std::abs(a->points);
                       const std::int64_t right = std::abs(b->points);
                       return left != right ? left > right : a->reason < b->reason;
                     });
    plan::Score score{from.name, from.low, from.high, from.begins_at, {}};
    for (const ir::ScoreItem* item : order) {
      score.items.push_back({item->points, conditions_.Lower(item->when), item->reason});
    }
    plan_.scores.push_back(std::move(score));
  }

  void LowerTable(const ir::Table& from) {
    plan::Table table;
    table.name = from.name;
    table.type = from.type;
    table.hit_first = from.hit_first;
    table.assume = LowerAssume(from.assume);
    for (const ir::TableRow& row : from.rows) {
      table.rows.push_back({conditions_.Lower(row.when), expressions_.Lower(row.value)});
    }
    table.otherwise = expressions_.Lower(from.otherwise);
    plan_.tables.push_back(std::move(table));
  }

  void LowerLookup(const ir::Lookup& from) {
    plan::Lookup lookup;
    lookup.name = from.name;
    lookup.type = from.type;
    lookup.keys = from.keys;
    lookup.otherwise = from.otherwise;
    for (const ir::LookupRow& row : from.rows) {
      lookup.key_values.insert(lookup.key_values.end(), row.keys.begin(), row.keys.end());
      lookup.values.push_back(row.value);
    }
    plan_.lookups.push_back(std::move(lookup));
  }

  void LowerGuards() {
    for (const ir::Guard& from : program_.guards) {
      plan_.guards.push_back(
          {from.name, conditions_.Lower(from.when), from.needs, from.never, from.reason});
    }
    std::sort(plan_.guards.begin(), plan_.guards.end(),
              [](const plan::Guard& a, const plan::Guard& b) { return a.name < b.name; });
  }

  void LowerOutputs() {
    for (const ir::Content& from : program_.content) {
      plan::Content content;
      content.of = LowerContentOf(from.of);
      content.name = from.name;
      for (const ir::ContentText& text : from.texts)
        content.texts.push_back(LowerText(text));
      plan_.content.push_back(std::move(content));
    }
    for (const ir::Output& output : program_.outputs) {
      plan_.outputs.push_back({output.name, expressions_.Lower(output.value), output.content});
    }
    std::sort(plan_.outputs.begin(), plan_.outputs.end(),
              [](const plan::Output& a, const plan::Output& b) { return a.name < b.name; });
  }

  static plan::Content::Of LowerContentOf(ir::Content::Of of) {
    switch (of) {
      case ir::Content::Of::kReason:
        return plan::Content::Of::kReason;
      case ir::Content::Of::kOutcome:
        return plan::Content::Of::kOutcome;
      case ir::Content::Of::kOwn:
        return plan::Content::Of::kOwn;
    }
    return plan::Content::Of::kOwn;
  }

  plan::ContentText LowerText(const ir::ContentText& from) {
    plan::ContentText text{from.language, {}};
    for (const ir::TextPart& part : from.parts) {
      text.parts.push_back({part.text, expressions_.Lower(part.operand), part.has_fallback});
    }
    return text;
  }

  const ir::Program& program_;
  plan::Plan plan_;
  ExpressionLowering expressions_;
  ConditionLowering conditions_;
};

}  // namespace

std::shared_ptr<const plan::Plan> MakePlan(const ir::Program& program) {
  return std::make_shared<const plan::Plan>(PlanMaker(program).Run());
}

}  // namespace lq
