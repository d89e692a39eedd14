#include "compiler/eval/guards.h"

#include <algorithm>

namespace lq::eval {

Hold FindHold(Situation& situation) {
  const Proposal& proposal = *situation.proposal;
  Hold hold;
  hold.by_need = proposal.confidence.low < situation.program.outcomes[proposal.outcome].needs;
  for (const ir::Guard& guard : situation.program.guards) {
    const bool needs_met = !guard.never && proposal.confidence.low >= guard.needs;
    const Truth truth = TruthOf(situation, guard.when);
    if (!truth.ruled_out && !needs_met) {
      hold.guards.push_back({&guard, truth});
    }
  }
  std::sort(
      hold.guards.begin(), hold.guards.end(),
      [](const HoldingGuard& a, const HoldingGuard& b) { return a.guard->name < b.guard->name; });
  return hold;
}

bool MayBeLifted(const Situation& situation, const Hold& hold) {
  const Proposal& proposal = *situation.proposal;
  const std::int64_t ceiling = proposal.confidence.high;
  const bool need_may_be_met = ceiling >= situation.program.outcomes[proposal.outcome].needs;
  return (!hold.by_need || need_may_be_met) &&
         std::all_of(hold.guards.begin(), hold.guards.end(), [&](const HoldingGuard& holding) {
           const bool ceiling_meets = !holding.guard->never && ceiling >= holding.guard->needs;
           return !holding.truth.can_tell() || ceiling_meets;
         });
}

}  // namespace lq::eval
