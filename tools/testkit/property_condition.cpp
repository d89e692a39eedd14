#include "tools/testkit/property_condition.h"

#include <algorithm>

#include "compiler/eval/truth.h"
#include "tools/testkit/property_reads.h"

namespace lq::testkit {
namespace {

// Parts of conditions that one search looks at.
constexpr int kMostSteps = 300;
// Of a comparison: fields changed, values tried of each, conditions behind scores and tables.
constexpr std::size_t kMostFields = 6;
constexpr std::size_t kMostValues = 24;
constexpr std::size_t kMostBehind = 12;

}  // namespace

struct ConditionTeller::State {
  const ir::Program& program;
  std::span<const bool> toggles;
  Arena arena = {};
  // Kept from one question to the next, since compiling them takes long.
  decltype(eval::Situation::patterns) patterns = {};
};

ConditionTeller::ConditionTeller(const ir::Program& program, std::span<const bool> toggles)
    : state_(new State{program, toggles}) {}

ConditionTeller::~ConditionTeller() = default;

bool ConditionTeller::Holds(ir::CondId cond, const Lead& lead, std::int64_t as_of) {
  state_->arena.Reset();
  const OracleInputs inputs = {as_of, state_->toggles, {}};
  eval::Situation situation = {state_->program, lead, inputs, state_->arena};
  situation.patterns = std::move(state_->patterns);
  const bool holds = eval::TruthOf(situation, cond).holds;
  state_->patterns = std::move(situation.patterns);
  return holds;
}

struct ConditionSeeker::State {
  const ir::Program& program;
  ConditionTeller& teller;
  PropertyValues& values;
  Random& random;
  PropertyReads reads;
  CompleteLead* lead = nullptr;
  std::size_t moment = 0;
  int steps = 0;

  bool Holds(ir::CondId cond) const { return teller.Holds(cond, lead->lead(), lead->as_of); }

  bool Seek(ir::CondId id, bool want) {
    if (Holds(id) == want) {
      return true;
    }
    if (--steps < 0) {
      return false;
    }
    const ir::Cond& cond = program.conds[id];
    switch (cond.op) {
      case ir::CondOp::kAlways:
      case ir::CondOp::kNever:
      case ir::CondOp::kToggle:
      case ir::CondOp::kKnown:
      case ir::CondOp::kOutcome:
        return false;
      case ir::CondOp::kNot:
        return Seek(cond.children[0], !want);
      case ir::CondOp::kDefine:
        return Seek(program.defines[cond.index].when, want);
      case ir::CondOp::kAnd:
        return want ? SeekAll(cond, want) : SeekOne(cond, want);
      case ir::CondOp::kOr:
        return want ? SeekOne(cond, want) : SeekAll(cond, want);
      case ir::CondOp::kTest:
        return SeekTest(id, want);
    }
    return false;
  }

  // What was reached for one part may be lost for another: a few rounds.
  bool SeekAll(const ir::Cond& cond, bool want) {
    for (int round = 0; round < 3; ++round) {
      for (const ir::CondId child : cond.children) {
        Seek(child, want);
      }
      if (std::all_of(cond.children.begin(), cond.children.end(),
                      [&](ir::CondId child) { return Holds(child) == want; })) {
        return true;
      }
    }
    return false;
  }

  bool SeekOne(const ir::Cond& cond, bool want) {
    std::vector<ir::CondId> children = cond.children;
    random.Shuffle(children);
    return std::any_of(children.begin(), children.end(),
                       [&](ir::CondId child) { return Seek(child, want); });
  }

  bool SeekTest(ir::CondId id, bool want) {
    const ComparisonReads& read = reads.Of(id);
    std::vector<std::uint32_t> fields = read.fields;
    random.Shuffle(fields);
    fields.resize(std::min(fields.size(), kMostFields));
    for (const std::uint32_t field : fields) {
      if (TryValues(id, want, field)) {
        return true;
      }
    }
    if (read.today && TryMoments(id, want)) {
      return true;
    }
    for (std::size_t i = 0; i < std::min(read.conditions.size() * 2, kMostBehind); ++i) {
      Seek(random.Pick(read.conditions), random.Chance(50));
      if (Holds(id) == want) {
        return true;
      }
    }
    return false;
  }

  bool TryValues(ir::CondId id, bool want, std::uint32_t field) {
    const Value before = lead->values()[field];
    std::vector<Value> tries = values.Turning(moment, field);
    random.Shuffle(tries);
    tries.resize(std::min(tries.size(), kMostValues));
    tries.push_back(values.Any(field));
    for (const Value& value : tries) {
      lead->Set(field, value);
      if (Holds(id) == want) {
        return true;
      }
    }
    lead->Set(field, before);
    return false;
  }

  bool TryMoments(ir::CondId id, bool want) {
    const std::int64_t before = lead->as_of;
    for (const std::int64_t one : values.moments()) {
      lead->as_of = one;
      if (Holds(id) == want) {
        return true;
      }
    }
    lead->as_of = before;
    return false;
  }
};

ConditionSeeker::ConditionSeeker(const ir::Program& program, ConditionTeller& teller,
                                 PropertyValues& values, Random& random)
    : state_(new State{program, teller, values, random, PropertyReads(program)}) {}

ConditionSeeker::~ConditionSeeker() = default;

bool ConditionSeeker::Seek(ir::CondId cond, bool holds, CompleteLead& lead) {
  state_->lead = &lead;
  state_->steps = kMostSteps;
  const std::vector<std::int64_t>& moments = state_->values.moments();
  const auto now = std::find(moments.begin(), moments.end(), lead.as_of);
  state_->moment = now == moments.end() ? 0 : static_cast<std::size_t>(now - moments.begin());
  return state_->Seek(cond, holds);
}

}  // namespace lq::testkit
