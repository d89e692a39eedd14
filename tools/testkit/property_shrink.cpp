#include "tools/testkit/property_shrink.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "tools/testkit/simpler_values.h"

namespace lq::testkit {
namespace {

// What was simplified may let more be left out.
constexpr int kMostRounds = 4;
// Fixtures that are tried to start from.
constexpr std::size_t kMostFixtures = 8;

Type InstantType() {
  Type type;
  type.kind = TypeKind::kInstant;
  type.low = kFirstInstant;
  type.high = kLastInstant;
  return type;
}

ir::GivenValue Known(const Value& value) {
  ir::GivenValue known;
  known.kind = ir::GivenValue::Kind::kValues;
  known.values = {value};
  return known;
}

// From one fixture, or from nothing.
class Shrinker {
 public:
  Shrinker(const ir::Program& program, const ir::Fixture* fixture, const ir::Property& property,
           const CounterExample& example, PropertyValues& values, Arena& arena,
           const FailsAlike& fails)
      : program_(program),
        fixture_(fixture),
        property_(property),
        values_(values),
        arena_(arena),
        fails_(fails),
        example_(example),
        as_of_(example.given.as_of),
        fields_(program.schema.fields.size()),
        lower_(example.lower) {
    for (const ir::GivenField& field : example.given.fields) {
      fields_[field.field] = field.value.values[0];
    }
  }

  // False when nothing fails alike from here.
  bool Run() {
    if (!fails_(Made(), lower_, false)) {
      return false;
    }
    for (int round = 0; round < kMostRounds; ++round) {
      changed_ = false;
      SimplifyTime();
      for (std::uint32_t field = 0; field < fields_.size(); ++field) {
        LeaveOut(field);
      }
      for (std::uint32_t field = 0; field < fields_.size(); ++field) {
        Simplify(field);
      }
      SimplifyLower();
      if (!changed_) {
        break;
      }
    }
    return true;
  }

  // Of how many things a reader has to take notice.
  std::size_t size() const {
    return static_cast<std::size_t>(std::count_if(
               fields_.begin(), fields_.end(), [](const auto& one) { return one.has_value(); })) +
           (as_of_ ? 1 : 0);
  }

  ShownExample Shown() const { return {Made(), lower_}; }

 private:
  ir::Given Made() const {
    ir::Given made = fixture_ == nullptr ? example_.given : fixture_->given;
    if (fixture_ == nullptr) {
      made.fields.clear();
      made.as_of = ir::Given().as_of;
    }
    made.as_of = as_of_.value_or(made.as_of);
    // Those of the command line belong to the test.
    for (std::size_t i = 0; i < made.toggles.size(); ++i) {
      if (example_.given.toggles_said[i]) {
        made.toggles[i] = example_.given.toggles[i];
        made.toggles_said[i] = true;
      }
    }
    for (std::uint32_t field = 0; field < fields_.size(); ++field) {
      if (!fields_[field]) {
        continue;
      }
      const auto given =
          std::find_if(made.fields.begin(), made.fields.end(),
                       [&](const ir::GivenField& one) { return one.field == field; });
      if (given == made.fields.end()) {
        made.fields.push_back({field, Known(*fields_[field])});
      } else {
        given->value = Known(*fields_[field]);
      }
    }
    return made;
  }

  // Keeps the change when the lead still fails.
  template <typename T>
  bool Try(T& place, T value, bool strict) {
    std::swap(place, value);
    if (fails_(Made(), lower_, strict)) {
      changed_ = true;
      return true;
    }
    std::swap(place, value);
    return false;
  }

  void SimplifyTime() {
    if (!as_of_ || Try(as_of_, std::optional<std::int64_t>(), false)) {
      return;
    }
    std::vector<Value> turning;
    for (const std::int64_t moment : values_.moments()) {
      turning.push_back(Value::Number(moment));
    }
    for (const Value& value :
         SimplerValues(InstantType(), Value::Number(*as_of_), turning, arena_)) {
      if (Try(as_of_, std::optional(value.number()), false)) {
        return;
      }
    }
  }

  bool FixtureKnows(std::uint32_t field) const {
    return fixture_ != nullptr &&
           std::any_of(fixture_->given.fields.begin(), fixture_->given.fields.end(),
                       [&](const ir::GivenField& one) {
                         return one.field == field &&
                                one.value.kind == ir::GivenValue::Kind::kValues &&
                                one.value.values.size() == 1;
                       });
  }

  void LeaveOut(std::uint32_t field) {
    if (fields_[field] && field != property_.raising) {
      Try(fields_[field], std::optional<Value>(), !FixtureKnows(field));
    }
  }

  void Simplify(std::uint32_t field) {
    if (!fields_[field]) {
      return;
    }
    const Type& type = program_.schema.fields[field].type;
    for (const Value& value :
         SimplerValues(type, *fields_[field], values_.Turning(0, field), arena_)) {
      const bool crossed =
          field == property_.raising && lower_ && value.number() <= lower_->number();
      if (!crossed && Try(fields_[field], std::optional(value), false)) {
        return;
      }
    }
  }

  void SimplifyLower() {
    if (!lower_) {
      return;
    }
    const std::uint32_t field = property_.raising;
    const Type& type = program_.schema.fields[field].type;
    for (const Value& value : SimplerValues(type, *lower_, values_.Turning(0, field), arena_)) {
      if (value.number() < fields_[field]->number() && Try(lower_, std::optional(value), false)) {
        return;
      }
    }
  }

  const ir::Program& program_;
  const ir::Fixture* fixture_;
  const ir::Property& property_;
  PropertyValues& values_;
  Arena& arena_;
  const FailsAlike& fails_;
  const CounterExample& example_;
  // What stands in the test, beside the fixture.
  std::optional<std::int64_t> as_of_;
  std::vector<std::optional<Value>> fields_;
  std::optional<Value> lower_;
  bool changed_ = false;
};

}  // namespace

ShownExample Shrink(const ir::Program& program, const std::vector<ir::Fixture>& fixtures,
                    const ir::Property& property, const CounterExample& example,
                    PropertyValues& values, Arena& arena, const FailsAlike& fails) {
  std::vector<const ir::Fixture*> starts = {nullptr};
  for (std::size_t i = 0; i < std::min(fixtures.size(), kMostFixtures); ++i) {
    starts.push_back(&fixtures[i]);
  }
  std::optional<ShownExample> best;
  std::size_t smallest = 0;
  for (const ir::Fixture* start : starts) {
    Shrinker shrinker(program, start, property, example, values, arena, fails);
    // With as much to read, a fixture tells more of the lead.
    if (shrinker.Run() && (!best || shrinker.size() <= smallest)) {
      best = shrinker.Shown();
      smallest = shrinker.size();
    }
  }
  return best ? std::move(*best) : ShownExample{example.given, example.lower};
}

}  // namespace lq::testkit
