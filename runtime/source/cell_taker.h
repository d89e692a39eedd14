#pragma once

#include <string_view>
#include <vector>

#include "runtime/intake/lead_assembly.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/place_value.h"
#include "runtime/value/arena.h"
#include "runtime/value/possible.h"

namespace lq {

// The short way from a place to the value of its field, by intake's own rules, without JSON between
// them. It takes what is common and right. Lists, what is rare and what is wrong it leaves alone:
// these go the long way (CellConverter), which gives the same value, and words for what is wrong.
class CellTaker {
 public:
  // All outlive it.
  CellTaker(const plan::SourceField& field, const plan::SchemaField& schema,
            intake::LeadAssembly& assembly);

  // False: left alone, and `possible` means nothing. `place` is as for CellConverter. Values go to
  // `arena`.
  bool Take(const PlaceValue& place, Arena& arena, Possible& possible) const;
  // The same for the constant of a field that has no place.
  bool TakeConstant(Arena& arena, Possible& possible) const;

 private:
  bool TakeValue(const PlaceValue& place, Arena& arena, Value& value) const;
  bool TakeByFunction(std::string_view text, Arena& arena, Value& value) const;
  bool TakeMoment(std::string_view text, Value& value) const;
  bool TakeByType(const PlaceValue& place, Arena& arena, Value& value) const;
  bool TakeNumber(std::string_view text, Value& value) const;
  bool CopyKnown(const Possible& known, Arena& arena, Possible& possible) const;

  const plan::SourceField& field_;
  const Type& type_;
  const intake::ScalarRules& rules_;
  // Numbers are written as JSON writes them, or in a way that JSON does not know.
  bool plain_numbers_ = false;
  // What the constant and the cases mean, missing where only the long way can tell.
  Arena arena_;
  Possible constant_;
  std::vector<Possible> cases_;
};

}  // namespace lq
