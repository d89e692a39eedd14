#include "tools/testkit/suggest/suggest.h"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <optional>
#include <set>

#include "compiler/counterfactual/readers.h"
#include "tools/testkit/given_text.h"
#include "tools/testkit/suggest/changed_givens.h"
#include "tools/testkit/suggest/vectors.h"

namespace lq::testkit {
namespace {

using Kind = CoveredStatement::Kind;

// Leads that tests give already and that the search starts from.
constexpr std::size_t kMostBases = 12;
// Leads around which every change is tried.
constexpr std::size_t kMostCentres = 400;
// Pairs of changes that are tried.
constexpr std::size_t kMostPairs = 20'000;
// Changes one after the other.
constexpr int kMostSteps = 10;
// Comparisons that are looked at before the search ends, so that it does within a minute.
constexpr std::uint64_t kMostWork = 30'000'000;

class SuggestionFinder {
 public:
  SuggestionFinder(Suggestions& out, TestRunner& runner)
      : out_(out),
        before_(out.coverage),
        runner_(runner),
        comparisons_(counterfactual::AllComparisons(out.coverage.program())) {}

  void Run(const std::vector<ir::Given>& bases) {
    for (const ir::Given& base : bases) {
      Try(base);
      AddCentre(base);
    }
    Spread();
    for (std::uint32_t i = 0; i < out_.coverage.inventory().statements.size(); ++i) {
      Combine(i, bases);
    }
    Spread();
    Pairs(bases);
    for (const ir::Given& base : bases) {
      ClimbTension(base);
    }
    out_.ended_early = Exhausted();
    DropNeedless();
  }

 private:
  bool Missing(std::uint32_t statement) const {
    const Inventory& inventory = out_.coverage.inventory();
    for (ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
      if (inventory.objectives[id].statement == statement && out_.coverage.missing(id)) {
        return true;
      }
    }
    return false;
  }

  bool AnythingMissing() const {
    const std::size_t all = out_.coverage.inventory().objectives.size();
    for (ObjectiveId id = 0; id < all; ++id) {
      if (out_.coverage.missing(id)) {
        return true;
      }
    }
    return false;
  }

  // False: the lead is rejected.
  bool Decide(const ir::Given& given) {
    return runner_.Decide(given).empty() && runner_.last_lead().errors.empty();
  }

  bool Exhausted() const { return work_ > kMostWork; }

  // Takes the lead when it reaches something new.
  bool Try(const ir::Given& given) {
    if (Exhausted() || !Decide(given)) {
      return false;
    }
    const Inventory& inventory = out_.coverage.inventory();
    work_ += inventory.comparisons.all().size() + inventory.statements.size();
    const Lead& lead = runner_.last_lead();
    std::vector<ObjectiveId> gain =
        out_.coverage.GainOf(lead, runner_.last_inputs(), runner_.last_decision());
    if (gain.empty()) {
      return false;
    }
    Accept(given, std::move(gain), false);
    return true;
  }

  void Accept(const ir::Given& given, std::vector<ObjectiveId> closes, bool paired) {
    out_.coverage.Take(runner_.last_lead(), runner_.last_inputs(), runner_.last_decision());
    out_.tests.push_back({given, std::move(closes)});
    paired_.push_back(paired);
    AddCentre(given);
  }

  void AddCentre(const ir::Given& given) {
    if (centres_.size() + done_ < kMostCentres) {
      centres_.push_back(given);
    }
  }

  // One change of each lead that reached something, until nothing new is found.
  void Spread() {
    while (!centres_.empty() && !Exhausted() && AnythingMissing()) {
      const ir::Given centre = std::move(centres_.front());
      centres_.pop_front();
      ++done_;
      if (!Decide(centre)) {
        continue;
      }
      for (const GivenChange& change : ChangesOf(out_.coverage.program(), centre,
                                                 runner_.last_lead(), comparisons_, out_.arena)) {
        Try(Changed(centre, change));
      }
    }
  }

  // Several changes at once for one statement: the pairs that MC/DC lacks, and leads about which
  // its condition holds, from which one change more may lead to all the rest.
  void Combine(std::uint32_t index, const std::vector<ir::Given>& bases) {
    const CoveredStatement& statement = out_.coverage.inventory().statements[index];
    if (statement.comparisons.empty() || Exhausted() || AsksOfDecision(statement) ||
        !Missing(index)) {
      return;
    }
    for (const ir::Given& base : bases) {
      if (!Missing(index) || !Decide(base)) {
        continue;
      }
      const FoundVectors found = FindVectors(out_.coverage, index, base, runner_, out_.arena);
      TryPairs(index, found);
      TryHolding(statement, found);
      Spread();
    }
  }

  // What a guard asks of the decision cannot be told from the lead alone.
  bool AsksOfDecision(const CoveredStatement& statement) const {
    return std::any_of(statement.comparisons.begin(), statement.comparisons.end(),
                       [&](std::uint32_t number) {
                         return out_.coverage.inventory().comparisons.all()[number].of_decision;
                       });
  }

  // The pair that takes the fewest new leads.
  void TryPairs(std::uint32_t index, const FoundVectors& found) {
    const CoveredStatement& statement = out_.coverage.inventory().statements[index];
    for (std::size_t i = 0; i < statement.mcdc.size(); ++i) {
      if (!out_.coverage.missing(statement.mcdc[i])) {
        continue;
      }
      const ir::Given* first = nullptr;
      const ir::Given* second = nullptr;
      int fewest = 3;
      for (const auto& [vector, given] : found.givens) {
        std::vector<bool> turned = vector;
        turned[i] = !turned[i];
        const auto other = found.givens.find(turned);
        if (!vector[i] || other == found.givens.end() ||
            AnswerOf(statement, vector) == AnswerOf(statement, turned)) {
          continue;
        }
        const auto& seen = out_.coverage.vectors(index);
        const int fresh = (seen.count(vector) == 0 ? 1 : 0) + (seen.count(turned) == 0 ? 1 : 0);
        if (fresh < fewest) {
          fewest = fresh;
          first = &given;
          second = &other->second;
        }
      }
      if (first != nullptr) {
        TakeBoth(statement.mcdc[i], *first, *second);
      }
    }
  }

  // Neither reaches it without the other.
  void TakeBoth(ObjectiveId id, const ir::Given& first, const ir::Given& second) {
    for (const ir::Given* given : {&first, &second}) {
      if (Decide(*given)) {
        Accept(*given, {id}, true);
      }
    }
  }

  void TryHolding(const CoveredStatement& statement, const FoundVectors& found) {
    for (const auto& [vector, given] : found.givens) {
      if (AnswerOf(statement, vector)) {
        Try(given);
        AddCentre(given);
        return;
      }
    }
  }

  // What only two changes at once reach, whatever the statement.
  void Pairs(const std::vector<ir::Given>& bases) {
    std::size_t tried = 0;
    for (const ir::Given& base : bases) {
      if (Exhausted() || !AnythingMissing() || !Decide(base)) {
        continue;
      }
      const std::vector<GivenChange> changes =
          ChangesOf(out_.coverage.program(), base, runner_.last_lead(), comparisons_, out_.arena);
      for (std::size_t i = 0; i < changes.size(); ++i) {
        const ir::Given first = Changed(base, changes[i]);
        for (std::size_t j = i + 1; j < changes.size() && tried < kMostPairs && !Exhausted(); ++j) {
          ++tried;
          if (Try(Changed(first, changes[j]))) {
            Spread();
          }
        }
      }
    }
  }

  // What speaks for the outcome and what speaks against it: the lesser of the two sums, which is
  // the tension, then both together.
  static std::pair<std::int64_t, std::int64_t> TensionOf(const Decision& decision) {
    std::int64_t in_favour = 0;
    std::int64_t against = 0;
    for (const Reason& reason : decision.reasons) {
      if (reason.from == ReasonFrom::kEvidence) {
        (reason.points > 0 ? in_favour : against) += std::abs(reason.points);
      }
    }
    return {std::min(in_favour, against), in_favour + against};
  }

  // Guards on tension ask for several pieces of evidence at once: step by step to the change that
  // brings most of it.
  void ClimbTension(ir::Given at) {
    for (int step = 0; step < kMostSteps && AnythingMissing() && Decide(at); ++step) {
      auto best = TensionOf(runner_.last_decision());
      std::optional<ir::Given> next;
      for (const GivenChange& change :
           ChangesOf(out_.coverage.program(), at, runner_.last_lead(), comparisons_, out_.arena)) {
        ir::Given changed = Changed(at, change);
        Try(changed);
        if (Exhausted() || !Decide(changed)) {
          continue;
        }
        if (const auto tension = TensionOf(runner_.last_decision()); tension > best) {
          best = tension;
          next = std::move(changed);
        }
      }
      if (!next) {
        return;
      }
      at = std::move(*next);
    }
  }

  // From the last to the first, for what those behind it reach already.
  void DropNeedless() {
    Coverage coverage = before_;
    std::vector<Suggestion> kept;
    for (std::size_t i = out_.tests.size(); i-- > 0;) {
      Suggestion& test = out_.tests[i];
      Decide(test.given);
      const Lead& lead = runner_.last_lead();
      std::vector<ObjectiveId> gain =
          coverage.GainOf(lead, runner_.last_inputs(), runner_.last_decision());
      if (gain.empty() && !paired_[i]) {
        continue;
      }
      coverage.Take(lead, runner_.last_inputs(), runner_.last_decision());
      if (!gain.empty()) {
        test.closes = std::move(gain);
      }
      kept.push_back(std::move(test));
    }
    std::reverse(kept.begin(), kept.end());
    out_.tests = std::move(kept);
    out_.coverage = std::move(coverage);
  }

  Suggestions& out_;
  const Coverage before_;
  TestRunner& runner_;
  const counterfactual::Comparisons comparisons_;
  // One a test of out_: one of two that are needed together.
  std::vector<bool> paired_;
  std::deque<ir::Given> centres_;
  std::size_t done_ = 0;
  std::uint64_t work_ = 0;
};

// The leads of tests, each once, the first few; without any the barest one.
std::vector<ir::Given> FirstOf(const ir::Program& program, const std::vector<ir::Given>& bases,
                               Arena& arena) {
  std::vector<ir::Given> first;
  std::set<std::string> seen;
  for (const ir::Given& base : bases) {
    if (first.size() < kMostBases && seen.insert(GivenText(program, {}, base, "")).second) {
      first.push_back(base);
    }
  }
  return first.empty() ? std::vector<ir::Given>{BareGiven(program, arena)} : first;
}

bool HasPair(const CoveredStatement& statement, const FoundVectors& found, std::size_t at) {
  return std::any_of(found.givens.begin(), found.givens.end(), [&](const auto& entry) {
    std::vector<bool> turned = entry.first;
    turned[at] = !turned[at];
    return found.givens.count(turned) > 0 &&
           AnswerOf(statement, turned) != AnswerOf(statement, entry.first);
  });
}

}  // namespace

void MarkImpossible(Coverage& coverage, const std::vector<ir::Given>& bases, TestRunner& runner) {
  const Inventory& inventory = coverage.inventory();
  Arena arena;
  const std::vector<ir::Given> first = FirstOf(coverage.program(), bases, arena);
  for (std::uint32_t i = 0; i < inventory.statements.size(); ++i) {
    const CoveredStatement& statement = inventory.statements[i];
    const bool needs_second =
        statement.three[1] != ir::kNone && coverage.missing(statement.three[1]);
    const bool missing = std::any_of(statement.mcdc.begin(), statement.mcdc.end(),
                                     [&](ObjectiveId id) { return coverage.missing(id); });
    if ((!missing && !needs_second) || !runner.Decide(first[0]).empty() ||
        !runner.last_lead().errors.empty()) {
      continue;
    }
    const FoundVectors found = FindVectors(coverage, i, first[0], runner, arena);
    for (std::size_t at = 0; found.all && at < statement.mcdc.size(); ++at) {
      if (!HasPair(statement, found, at)) {
        coverage.SetImpossible(statement.mcdc[at]);
      }
    }
    if (needs_second && found.all && found.second_is_edge && found.holding == 1) {
      coverage.SetImpossible(statement.three[1]);
    }
  }
}

Suggestions Suggest(const Coverage& coverage, const std::vector<ir::Given>& bases,
                    TestRunner& runner) {
  Suggestions suggestions = {{}, coverage, false, {}};
  SuggestionFinder(suggestions, runner).Run(FirstOf(coverage.program(), bases, suggestions.arena));
  return suggestions;
}

}  // namespace lq::testkit
