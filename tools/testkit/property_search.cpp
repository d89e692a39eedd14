#include "tools/testkit/property_search.h"

#include <algorithm>

#include "tools/testkit/expectation.h"
#include "tools/testkit/property_draw.h"

namespace lq::testkit {
namespace {

// How many values a raised field is given, from its least to its greatest.
constexpr std::size_t kRungs = 8;
// Of leads that no expectation speaks of, one in so many is kept to draw others near it.
constexpr std::size_t kKeptOneIn = 50;

class Search {
 public:
  Search(const ir::Program& program, const Engine& engine, std::span<const bool> toggles,
         const ir::Test& property, std::uint64_t seed, SearchResult& result)
      : program_(program),
        property_(property),
        toggles_(toggles),
        result_(result),
        random_(seed),
        values_(program, toggles, random_),
        teller_(program, toggles),
        draw_(program, *property.property, values_, teller_, random_),
        decider_(engine),
        lead_(program.schema.fields.size()) {}

  void Run(std::uint64_t leads) {
    const bool raises = property_.property->raising != ir::kNone;
    while (result_.leads < leads && draw_.Next(lead_)) {
      ++result_.leads;
      if (!MeetsAll()) {
        return Found(std::nullopt);
      }
      if (raises && !NeverLeaves()) {
        return;
      }
      if (!raises && random_.Below(kKeptOneIn) == 0) {
        draw_.Keep(lead_);
      }
    }
  }

 private:
  void Decide() { decider_.Decide(lead_.lead(), {lead_.as_of, toggles_, {}}, decision_); }

  bool MeetsAll() {
    const std::vector<ir::Expectation>& all = property_.expectations;
    if (all.empty()) {
      return true;
    }
    Decide();
    return std::all_of(all.begin(), all.end(), [&](const ir::Expectation& expectation) {
      return Meets(program_, expectation, lead_.lead(), decision_, mismatch_);
    });
  }

  // The field's values from the least on: after one with which the outcome was reached, none with
  // which it is left.
  bool NeverLeaves() {
    const std::uint32_t field = property_.property->raising;
    const Value own = lead_.values()[field];
    std::optional<std::int64_t> reached;
    for (const std::int64_t rung : Rungs(field)) {
      lead_.Set(field, Value::Number(rung));
      if (!draw_.InRange(lead_)) {
        continue;
      }
      Decide();
      if (decision_.outcome == property_.property->never_leaves) {
        reached = reached ? reached : rung;
      } else if (reached) {
        Found(Value::Number(*reached));
        return false;
      }
    }
    lead_.Set(field, own);
    if (reached) {
      result_.met_outcome = true;
      draw_.Keep(lead_);
    }
    return true;
  }

  std::vector<std::int64_t> Rungs(std::uint32_t field) {
    const Type& type = program_.schema.fields[field].type;
    const std::vector<Value>& turning =
        values_.Turning(random_.Below(values_.moments().size()), field);
    std::vector<std::int64_t> rungs = {lead_.values()[field].number(), type.low, type.high};
    for (std::size_t i = 0; i < kRungs - 3; ++i) {
      const bool any = turning.empty() || random_.Chance(20);
      rungs.push_back((any ? values_.Any(field) : random_.Pick(turning)).number());
    }
    std::sort(rungs.begin(), rungs.end());
    rungs.erase(std::unique(rungs.begin(), rungs.end()), rungs.end());
    return rungs;
  }

  void Found(std::optional<Value> lower) {
    CounterExample found;
    found.lower = lower;
    found.given.as_of = lead_.as_of;
    for (const ir::Toggle& toggle : program_.toggles) {
      found.given.toggles.push_back(toggle.on);
    }
    found.given.toggles_said.resize(program_.toggles.size());
    for (std::uint32_t i = 0; i < lead_.values().size(); ++i) {
      const Type& type = program_.schema.fields[i].type;
      ir::GivenValue value;
      value.kind = ir::GivenValue::Kind::kValues;
      value.values = {CopyValue(type.kind, type.element, lead_.values()[i], result_.arena)};
      found.given.fields.push_back({i, std::move(value)});
    }
    result_.found = std::move(found);
  }

  const ir::Program& program_;
  const ir::Test& property_;
  std::span<const bool> toggles_;
  SearchResult& result_;
  Random random_;
  PropertyValues values_;
  ConditionTeller teller_;
  PropertyDraw draw_;
  Decider decider_;
  CompleteLead lead_;
  Decision decision_;
  Mismatch mismatch_;
};

}  // namespace

void SearchCounterExample(const ir::Program& program, const Engine& engine,
                          std::span<const bool> toggles, const ir::Test& property,
                          std::uint64_t seed, std::uint64_t leads, SearchResult& result) {
  Search(program, engine, toggles, property, seed, result).Run(leads);
}

}  // namespace lq::testkit
