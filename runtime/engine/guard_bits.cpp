#include "runtime/engine/guard_bits.h"

#include <algorithm>

namespace lq::engine {
namespace {

// The atoms of a guard's term that test the proposed outcome allow it.
bool Allows(const plan::Terms& terms, const plan::Term& term, std::uint32_t outcome) {
  for (std::uint32_t i = 0; i < term.residual_count; ++i) {
    const plan::Residual& residual = terms.residuals[term.first_residual + i];
    if (residual.kind != plan::Residual::Kind::kAtom)
      continue;
    const plan::Atom& atom = terms.atoms[residual.index];
    if (atom.kind != plan::Atom::Kind::kOutcome)
      continue;
    const auto first = terms.outcomes.begin() + atom.first_operand;
    const auto end = first + atom.operand_count;
    if ((std::find(first, end, outcome) != end) == residual.negated)
      return false;
  }
  return true;
}

}  // namespace

std::vector<std::uint64_t> GuardsOf(const plan::Plan& plan, const VerdictBits& bits) {
  std::vector<std::uint64_t> guards(plan.outcomes.size());
  for (std::size_t bit = bits.evidence_end; bit < bits.terms.size(); ++bit) {
    const plan::Term& term = plan.terms.terms[bits.terms[bit]];
    for (std::uint32_t outcome = 0; outcome < guards.size(); ++outcome) {
      if (Allows(plan.terms, term, outcome))
        guards[outcome] |= std::uint64_t{1} << (bit - bits.rules_end);
    }
  }
  return guards;
}

}  // namespace lq::engine
