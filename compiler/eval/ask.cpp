#include "compiler/eval/ask.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "compiler/eval/fields_read.h"

namespace lq::eval {
namespace {

// Thousandths of a point, for a field that a rule or guard waits for.
constexpr std::int64_t kGainOfOpenRule = 60'000;

// By index of the field.
using Gains = std::map<std::uint32_t, std::int64_t>;

// The open rules whose outcome is a candidate, and the open rules that override one such, directly
// or through open rules only.
class OpenRules {
 public:
  OpenRules(const ir::Program& program, const Rules& rules, const Candidates& candidates)
      : rules_(rules) {
    for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
      if (candidates.has(program.rules[rule].outcome)) {
        Add(rule);
      }
    }
  }

  const std::set<std::uint32_t>& found() const { return found_; }

 private:
  void Add(std::uint32_t rule) {
    if (!rules_.standings[rule].open() || !found_.insert(rule).second) {
      return;
    }
    for (const std::uint32_t overrider : rules_.overriders[rule]) {
      Add(overrider);
    }
  }

  const Rules& rules_;
  std::set<std::uint32_t> found_;
};

// |difference of the two arms| of each undecided item about a candidate.
void AddEvidence(Situation& situation, const Candidates& candidates, Gains& gains) {
  for (const ir::Evidence& evidence : situation.program.evidence) {
    if (!candidates.has(evidence.outcome)) {
      continue;
    }
    const std::int64_t difference = std::int64_t{evidence.points} - evidence.otherwise_points;
    for (const std::uint32_t field : FieldsRead(situation, evidence.when)) {
      gains[field] += std::abs(difference);
    }
  }
}

// What rules and guards wait for.
Fields FieldsAwaited(Situation& situation, const Rules& rules, const Candidates& candidates,
                     const Hold& hold) {
  Fields fields;
  const OpenRules open(situation.program, rules, candidates);
  for (const std::uint32_t rule : open.found()) {
    if (!rules.standings[rule].truth.can_tell()) {
      fields.merge(FieldsRead(situation, situation.program.rules[rule].when));
    }
  }
  for (const HoldingGuard& holding : hold.guards) {
    fields.merge(FieldsRead(situation, holding.guard->when));
  }
  return fields;
}

AskEntry EntryOf(const Situation& situation, std::uint32_t field, std::int64_t gain) {
  const ir::Field& declared = situation.program.schema.fields[field];
  return {declared.path, situation.lead.fields[field].cause, gain, declared.question};
}

}  // namespace

std::vector<AskEntry> FindAsk(Situation& situation, const Rules& rules,
                              const Candidates& candidates, const Hold& hold) {
  Gains gains;
  AddEvidence(situation, candidates, gains);
  for (const std::uint32_t field : FieldsAwaited(situation, rules, candidates, hold)) {
    gains[field] += kGainOfOpenRule;
  }
  std::vector<AskEntry> ask;
  for (const auto& [field, gain] : gains) {
    if (gain > 0) {
      ask.push_back(EntryOf(situation, field, gain));
    }
  }
  std::sort(ask.begin(), ask.end(), [](const AskEntry& a, const AskEntry& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.field < b.field;
  });
  return ask;
}

}  // namespace lq::eval
