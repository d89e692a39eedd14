#include "tools/testkit/property_runner.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/ir/type_text.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/values.h"
#include "tools/testkit/expectation.h"
#include "tools/testkit/property_search.h"
#include "tools/testkit/property_shrink.h"
#include "tools/testkit/written_test.h"

namespace lq::testkit {
namespace {

using Kind = ir::Expectation::Kind;

// What these say of a lead that is settled they say of all its completions.
bool SpeaksOfOutcome(const ir::Expectation& expectation) {
  return expectation.kind == Kind::kOutcome || expectation.kind == Kind::kProposed ||
         expectation.kind == Kind::kStatus;
}

class Runner {
 public:
  Runner(const ir::Program& program, const Engine& engine, const std::vector<ir::Fixture>& fixtures,
         std::span<const bool> toggles, const ir::Test& property, const DecideGiven& decide,
         PropertyResult& result)
      : program_(program),
        engine_(engine),
        fixtures_(fixtures),
        toggles_(toggles),
        test_(property),
        property_(*property.property),
        decide_(decide),
        result_(result),
        teller_(program, toggles) {}

  void Run(const PropertyOptions& options) {
    SearchResult search;
    SearchCounterExample(program_, engine_, toggles_, test_, options.seed, options.leads, search);
    result_.lead = search.leads;
    result_.seed = options.seed;
    if (search.found) {
      SetToggles(search.found->given);
      Show(*search.found, options.seed);
    } else if (search.leads == 0) {
      result_.expected = "a lead of which its `where` holds";
      result_.came = "no such lead was found, so nothing is tested";
    } else if (property_.raising != ir::kNone && !search.met_outcome) {
      result_.expected = fmt::format("a lead that becomes {}", property_.never_leaves);
      result_.came =
          fmt::format("none did among {} random leads, so nothing is tested", search.leads);
    }
  }

 private:
  // Those of the command line belong to the test.
  void SetToggles(ir::Given& given) const {
    for (std::size_t i = 0; i < given.toggles.size(); ++i) {
      if (toggles_[i] != program_.toggles[i].on) {
        given.toggles[i] = toggles_[i];
        given.toggles_said[i] = true;
      }
    }
  }

  std::vector<ir::Expectation> Expected(bool raised) const {
    if (!raised) {
      return test_.expectations;
    }
    ir::Expectation stays;
    stays.names = {property_.never_leaves};
    stays.span = test_.span;
    return {stays};
  }

  bool MeetsAll(const DecidedGiven& decided, const std::vector<ir::Expectation>& expectations) {
    Mismatch mismatch;
    return std::all_of(expectations.begin(), expectations.end(), [&](const auto& expectation) {
      return Meets(program_, expectation, decided.lead, decided.decision, mismatch);
    });
  }

  bool InRange(const ir::Given& given, const Lead& lead) {
    return property_.where == ir::kNone || teller_.Holds(property_.where, lead, given.as_of);
  }

  // `f` with the lower value still comes out as it should.
  bool LowerStays(ir::Given given, const Value& lower) {
    for (ir::GivenField& field : given.fields) {
      if (field.field == property_.raising) {
        field.value.values = {lower};
      }
    }
    const DecidedGiven decided = decide_(given);
    return decided.decision.outcome == property_.never_leaves && InRange(given, decided.lead);
  }

  bool Fails(const ir::Given& given, const std::optional<Value>& lower, bool strict) {
    if (lower && !LowerStays(given, *lower)) {
      return false;
    }
    const DecidedGiven decided = decide_(given);
    const Decision& decision = decided.decision;
    if (decision.status == Status::kRejected || !InRange(given, decided.lead) ||
        MeetsAll(decided, expected_)) {
      return false;
    }
    const std::string how = fmt::format("{} {}", StatusName(decision.status), decision.outcome);
    std::string json;
    AppendJson(decision, json);
    const bool alike = first_.empty() || how == first_;
    const bool same = !strict || json == last_ ||
                      std::all_of(expected_.begin(), expected_.end(), SpeaksOfOutcome);
    if (!alike || !same) {
      return false;
    }
    first_ = how;
    last_ = std::move(json);
    return true;
  }

  void Show(const CounterExample& found, std::uint64_t seed) {
    expected_ = Expected(found.lower.has_value());
    Random random(seed);
    PropertyValues values(program_, toggles_, random);
    Arena arena;
    const ShownExample shown = Shrink(program_, fixtures_, property_, found, values, arena,
                                      [&](const ir::Given& given, const std::optional<Value>& lower,
                                          bool strict) { return Fails(given, lower, strict); });
    ir::Test failing;
    failing.title = test_.title + ", counter-example";
    failing.given = shown.given;
    Own(failing.given);
    failing.expectations = expected_;
    failing.span = test_.span;
    result_.text = WrittenTest(program_, fixtures_, failing);
    result_.failing = std::move(failing);
    if (shown.lower) {
      const ir::Field& field = program_.schema.fields[property_.raising];
      result_.note = fmt::format("with `{}` {} it is {}", field.path,
                                 ir::ValueText(field.type, *shown.lower), property_.never_leaves);
    }
  }

  // Copies the texts and lists.
  void Own(ir::Given& given) {
    for (ir::GivenField& field : given.fields) {
      const Type& type = program_.schema.fields[field.field].type;
      for (Value& value : field.value.values) {
        value = CopyValue(type.kind, type.element, value, result_.arena);
      }
    }
  }

  const ir::Program& program_;
  const Engine& engine_;
  const std::vector<ir::Fixture>& fixtures_;
  std::span<const bool> toggles_;
  const ir::Test& test_;
  const ir::Property& property_;
  const DecideGiven& decide_;
  PropertyResult& result_;
  ConditionTeller teller_;
  std::vector<ir::Expectation> expected_;
  // Status and outcome of the counter-example, as it was found.
  std::string first_;
  // The decision of the simplest lead so far that fails.
  std::string last_;
};

}  // namespace

void RunProperty(const ir::Program& program, const Engine& engine,
                 const std::vector<ir::Fixture>& fixtures, std::span<const bool> toggles,
                 const ir::Test& property, const PropertyOptions& options,
                 const DecideGiven& decide, PropertyResult& result) {
  Runner(program, engine, fixtures, toggles, property, decide, result).Run(options);
}

}  // namespace lq::testkit
