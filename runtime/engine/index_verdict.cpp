#include "runtime/engine/index_verdict.h"

#include <algorithm>

#include "runtime/engine/guard_bits.h"

namespace lq::engine {

IndexVerdict::IndexVerdict(const plan::Plan& plan, const EngineTables& tables,
                           const VerdictBits& bits, const plan::RowLayout& layout,
                           const ConfidenceTable& table)
    : rules_(static_cast<std::uint32_t>(bits.rules_end)),
      index_(plan, tables, bits, layout),
      table_(table) {
  usable_ = index_.usable();
  if (!usable_)
    return;
  const auto add = [&](std::uint32_t outcome, std::int32_t strength) {
    winners_.push_back({outcome, table_.bases()[table_.BaseOf(outcome, strength)].first});
  };
  for (std::size_t bit = 0; bit < bits.rules_end; ++bit) {
    const plan::Rule& rule = plan.rules[bits.owners[bit]];
    add(rule.outcome, rule.strength);
    entangled_.push_back(!rule.overriders.empty() || rule.first_table != plan::kNone);
  }
  add(plan.otherwise_outcome, plan.otherwise_strength);
  for (const plan::Outcome& outcome : plan.outcomes)
    needs_.push_back(outcome.needs);
  guards_ = GuardsOf(plan, bits);
}

bool IndexVerdict::Conclude(const std::uint32_t* found, std::size_t count, Verdict& verdict,
                            std::uint64_t* fired) const {
  std::uint32_t first = rules_;
  // Bits of evidence and guards.
  std::uint64_t others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t bit = found[i];
    if (index_.has_rest(bit) || (bit < rules_ && entangled_[bit]))
      return false;
    if (bit < rules_) {
      fired[bit / 64] |= std::uint64_t{1} << (bit % 64);
      first = std::min(first, bit);
    } else {
      others |= std::uint64_t{1} << (bit - rules_);
    }
  }
  const Winner& winner = winners_[first];
  if ((others & guards_[winner.outcome]) != 0)
    return false;
  const ConfidenceTable::Evidence& evidence = table_.evidence(winner.outcome);
  const std::uint64_t choice = (others & evidence.mask()) >> evidence.begin;
  verdict.proposed = static_cast<std::uint16_t>(winner.outcome);
  verdict.confidence = table_.confidences()[winner.first + choice];
  verdict.ceiling = verdict.confidence;
  verdict.status =
      verdict.confidence < needs_[winner.outcome] ? Status::kDoubtful : Status::kSettled;
  return true;
}

}  // namespace lq::engine
