#include "compiler/counterfactual/changes.h"

#include <algorithm>
#include <map>

#include "compiler/counterfactual/candidate_values.h"

namespace lq {
namespace {

// More decisions are not made to find pairs.
constexpr std::size_t kMostTries = 1'000'000;
// Of pairs the nearest so many are kept for an outcome.
constexpr std::size_t kMostPairs = 3;

struct FieldCandidates {
  std::uint32_t field = 0;
  std::vector<CandidateValue> values;
};

class ChangeFinder {
 public:
  ChangeFinder(const ir::Program& program, const Lead& lead, const Decision& decision,
               const DecideAgain& decide, Changes& out)
      : program_(program), decision_(decision), decide_(decide), out_(out) {
    changed_.id = lead.id;
    changed_.fields = lead.fields;
    before_ = lead.fields;
  }

  void Run(std::vector<FieldCandidates> fields) {
    for (const FieldCandidates& field : fields) {
      Single(field);
    }
    const ByOutcome singles = best_;
    KeepNearest(fields);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      for (std::size_t j = i + 1; j < fields.size(); ++j) {
        Pair(fields[i], fields[j], singles);
      }
    }
    Collect();
  }

 private:
  using ByOutcome = std::map<std::string, std::vector<Change>, std::less<>>;

  static std::size_t PairsOf(const std::vector<FieldCandidates>& fields, std::size_t most) {
    std::size_t before = 0;
    std::size_t pairs = 0;
    for (const FieldCandidates& field : fields) {
      const std::size_t values = std::min(field.values.size(), most);
      pairs += before * values;
      before += values;
    }
    return pairs;
  }

  // The nearest values of each field, so many that all pairs are within the limit.
  void KeepNearest(std::vector<FieldCandidates>& fields) {
    std::size_t most = 0;
    for (const FieldCandidates& field : fields) {
      most = std::max(most, field.values.size());
    }
    while (most > 1 && PairsOf(fields, most) > kMostTries) {
      most -= most / 4 + 1;
      out_.complete = false;
    }
    for (FieldCandidates& field : fields) {
      field.values.resize(std::min(field.values.size(), most));
    }
  }

  // True when the changed lead has another outcome, which `again_` then tells.
  bool Turns() {
    ++out_.tried;
    decide_(changed_, again_);
    return again_.outcome != decision_.outcome;
  }

  void Set(const FieldCandidates& field, const CandidateValue& value) {
    changed_.fields[field.field] = value.value;
  }
  void Restore(const FieldCandidates& field) {
    changed_.fields[field.field] = before_[field.field];
  }

  static FieldChange ChangeOf(const FieldCandidates& field, const CandidateValue& value) {
    return {field.field, value.value};
  }

  Change Found(std::vector<FieldChange> fields, std::int64_t distance) const {
    return {std::move(fields), std::string(again_.outcome), again_.status, again_.confidence,
            distance};
  }

  // The first value, which is the nearest, that leads to an outcome.
  void Single(const FieldCandidates& field) {
    std::vector<std::string> reached;
    for (const CandidateValue& value : field.values) {
      Set(field, value);
      const bool turns = Turns();
      const std::string outcome(again_.outcome);
      if (turns && std::find(reached.begin(), reached.end(), outcome) == reached.end()) {
        reached.push_back(outcome);
        best_[outcome].push_back(Found({ChangeOf(field, value)}, value.distance));
      }
    }
    Restore(field);
  }

  void Pair(const FieldCandidates& a, const FieldCandidates& b, const ByOutcome& singles) {
    for (const CandidateValue& first : a.values) {
      Set(a, first);
      for (const CandidateValue& second : b.values) {
        Set(b, second);
        if (Turns() && singles.find(again_.outcome) == singles.end()) {
          Keep(Found({ChangeOf(a, first), ChangeOf(b, second)}, first.distance + second.distance));
        }
      }
    }
    Restore(a);
    Restore(b);
  }

  static bool SameFields(const Change& a, const Change& b) {
    return a.fields[0].field == b.fields[0].field && a.fields[1].field == b.fields[1].field;
  }

  // Of each pair of fields the nearest; of these the nearest few.
  void Keep(Change change) {
    std::vector<Change>& kept = best_[change.outcome];
    for (Change& other : kept) {
      if (SameFields(other, change)) {
        if (change.distance < other.distance) {
          other = std::move(change);
        }
        return;
      }
    }
    kept.push_back(std::move(change));
  }

  static void SortNearestFirst(std::vector<Change>& changes) {
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.distance < b.distance; });
  }

  void Take(const std::string& outcome) {
    const auto found = best_.find(outcome);
    if (found == best_.end()) {
      return;
    }
    std::vector<Change>& changes = found->second;
    SortNearestFirst(changes);
    if (changes[0].fields.size() == 2 && changes.size() > kMostPairs) {
      changes.resize(kMostPairs);
    }
    std::move(changes.begin(), changes.end(), std::back_inserter(out_.changes));
    best_.erase(found);
  }

  void Collect() {
    for (const ir::Outcome& outcome : program_.outcomes) {
      Take(outcome.name);
    }
    Take(program_.undecided);
    Take(program_.doubtful);
  }

  const ir::Program& program_;
  const Decision& decision_;
  const DecideAgain& decide_;
  Changes& out_;
  std::vector<Possible> before_;
  Lead changed_;
  Decision again_;
  ByOutcome best_;
};

}  // namespace

void FindChanges(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
                 const Decision& decision, const DecideAgain& decide, Changes& changes) {
  if (decision.status == Status::kRejected) {
    return;
  }
  std::vector<FieldCandidates> fields;
  for (std::uint32_t field = 0; field < program.schema.fields.size(); ++field) {
    FieldCandidates candidates = {field,
                                  CandidateValues(program, lead, inputs, field, changes.arena)};
    if (!candidates.values.empty()) {
      fields.push_back(std::move(candidates));
    }
  }
  ChangeFinder(program, lead, decision, decide, changes).Run(std::move(fields));
}

}  // namespace lq
