#include "runtime/engine/verdict_bits.h"

#include <algorithm>
#include <numeric>

namespace lq::engine {
namespace {

template <typename Item, typename Before>
std::vector<std::uint32_t> Order(const std::vector<Item>& items, Before before) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return before(items[a], items[b]); });
  return order;
}

bool RuleBefore(const plan::Rule& a, const plan::Rule& b) {
  return a.outcome != b.outcome ? a.outcome < b.outcome : a.strength > b.strength;
}

bool EvidenceBefore(const plan::Evidence& a, const plan::Evidence& b) {
  return a.outcome < b.outcome;
}

}  // namespace

VerdictBits::VerdictBits(const plan::Plan& plan) {
  of_rule.assign(plan.rules.size(), plan::kNone);
  for (std::uint32_t rule : Order(plan.rules, RuleBefore)) {
    if (plan.terms.nodes[plan.rules[rule].when].count > 0)
      of_rule[rule] = static_cast<std::uint32_t>(terms.size());
    Add(plan, plan.rules[rule].when, rule);
  }
  rules_end = terms.size();
  for (std::uint32_t item : Order(plan.evidence, EvidenceBefore))
    Add(plan, plan.evidence[item].when, item);
  evidence_end = terms.size();
  for (std::uint32_t guard = 0; guard < plan.guards.size(); ++guard)
    Add(plan, plan.guards[guard].when, guard);
}

void VerdictBits::Add(const plan::Plan& plan, plan::NodeId id, std::uint32_t owner) {
  const plan::Node& node = plan.terms.nodes[id];
  for (std::uint32_t i = 0; i < node.count; ++i) {
    terms.push_back(node.first + i);
    owners.push_back(owner);
  }
}

}  // namespace lq::engine
