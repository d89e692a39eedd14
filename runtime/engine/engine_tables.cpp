#include "runtime/engine/engine_tables.h"

#include <algorithm>
#include <numeric>

namespace lq::engine {
namespace {

template <typename Named>
std::vector<std::uint32_t> OrderByName(const std::vector<Named>& items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return items[a].name < items[b].name; });
  return order;
}

}  // namespace

EngineTables::EngineTables(const plan::Plan& plan)
    : shape(RowShape::For(plan.terms.terms.size())), uses(UsesOfFields(plan)), atoms(plan) {
  valid.assign(std::size_t{shape.words} * shape.blocks, 0);
  for (plan::TermId term = 0; term < plan.terms.terms.size(); ++term) {
    valid[term / 64] |= std::uint64_t{1} << (term % 64);
  }
  SortFields(plan);
  BuildFlags(plan);
  PlaceColumns(plan);
  for (const plan::Lookup& lookup : plan.lookups)
    lookups.emplace_back(plan, lookup);
  IndexRules(plan);
  toggles_by_name = OrderByName(plan.toggles);
  scores_by_name = OrderByName(plan.scores);
  evidence_of.resize(plan.outcomes.size());
  for (std::uint32_t i = 0; i < plan.evidence.size(); ++i) {
    evidence_of[plan.evidence[i].outcome].push_back(i);
  }
}

void EngineTables::SortFields(const plan::Plan& plan) {
  const ExpressionEvaluator constants(plan.expressions, 0, nullptr, arena);
  fields.resize(plan.schema.fields.size());
  for (std::uint32_t field = 0; field < uses.size(); ++field) {
    if (uses[field].empty())
      continue;
    const Lifetime field_lifetime = LifetimeOfUses(plan, uses[field]);
    lifetime = std::max(lifetime, field_lifetime);
    if (field_lifetime != Lifetime::kForever) {
      dated_fields.push_back(field);
      continue;
    }
    fixed_fields.push_back(field);
    fields[field].Build(plan, shape, field, uses[field], constants);
  }
}

void EngineTables::BuildFlags(const plan::Plan& plan) {
  const plan::Terms& terms = plan.terms;
  std::vector<std::vector<ColumnRows::Run>> runs(terms.columns.size());
  for (plan::TermId id = 0; id < terms.terms.size(); ++id) {
    const plan::Term& term = terms.terms[id];
    for (std::uint32_t i = 0; i < term.dense_count; ++i) {
      const plan::DenseTest& test = terms.dense[term.first_dense + i];
      const Code passing = test.negated ? 0 : 1;
      runs[test.column].push_back({id, passing, passing});
    }
  }
  flag_rows.resize(terms.columns.size());
  for (std::uint32_t column = 0; column < terms.columns.size(); ++column) {
    if (terms.columns[column].kind == plan::ColumnKind::kField)
      continue;
    std::vector<plan::TermId> tested;
    for (const ColumnRows::Run& run : runs[column])
      tested.push_back(run.term);
    flag_rows[column].Build(shape, tested, runs[column], 2);
    flag_columns.push_back(column);
  }
}

void EngineTables::PlaceColumns(const plan::Plan& plan) {
  std::vector<std::uint32_t> tests(plan.terms.columns.size(), 0);
  for (const plan::DenseTest& test : plan.terms.dense)
    ++tests[test.column];
  std::vector<std::uint32_t> order(tests.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return tests[a] > tests[b]; });
  place.resize(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    place[order[i]] = i;
}

void EngineTables::IndexRules(const plan::Plan& plan) {
  override_place.assign(plan.rules.size(), plan::kNone);
  for (std::uint32_t i = 0; i < plan.overridden.size(); ++i)
    override_place[plan.overridden[i]] = i;
  for (std::uint32_t rule = 0; rule < plan.rules.size(); ++rule) {
    const plan::Node& node = plan.terms.nodes[plan.rules[rule].when];
    rule_of_term.insert(rule_of_term.end(), node.count, rule);
  }
}

}  // namespace lq::engine
