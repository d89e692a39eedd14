#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/plan/source_plan.h"
#include "runtime/source/place_value.h"
#include "runtime/value/arena.h"
#include "runtime/value/type.h"

namespace lq {

// Why what stands at a place is no value of its field.
struct CellProblem {
  // A code of rejected leads: type, format, value.
  std::string_view code;
  // What was seen, when that is not the text of the place: "an object".
  std::string seen;
  // The end of a sentence about what was seen, "is not a number", which goes on "but `x` needs
  // one".
  std::string rule;
  // What can be done about it; may be empty.
  std::string_view help;
};

// By what rule of its field a text was read.
enum class CellRule : std::uint8_t { kReading, kWhere, kBand, kFunction };

// Turns what stands at a place into the value of a field, as the canonical lead writes it. `place`
// is not missing and its texts have no white space around them. What is not a text is converted
// here; texts, addresses, codes and names are handed on, and intake has the last word on range and
// domain.
class CellConverter {
 public:
  // `lone_is_list`: one text is a list of one, as in forms.
  CellConverter(const plan::SourceField& field, const Type& type, bool lone_is_list);

  // False, `problem` set and nothing appended, when it does not convert.
  bool Append(const PlaceValue& place, std::string& json, CellProblem& problem);

  // Of the last Append that was true; of a list, of its last item.
  CellRule rule() const { return rule_; }

 private:
  bool AppendList(std::span<const PlaceValue> items, std::string& json, CellProblem& problem);
  bool AppendOne(const PlaceValue& place, std::string& json, CellProblem& problem);
  bool AppendByFunction(std::string_view text, std::string& json, CellProblem& problem);
  bool AppendConverted(const stdlib::Conversion& conversion, std::string_view text,
                       std::string& json, CellProblem& problem);

  const plan::SourceField& field_;
  bool is_list_ = false;
  bool lone_is_list_ = false;
  // Of one value.
  Type type_;
  CellRule rule_ = CellRule::kReading;
  Arena arena_;
};

// The instant that a text means: by `as …`; without it an ISO date (its midnight), instant, or date
// and time in UTC.
bool ReadReportTime(const plan::SourceConversion& as, std::string_view text,
                    std::int64_t& milliseconds, CellProblem& problem);

// The JSON of a value that no field of this type takes: what becomes of it is the field's own rule.
std::string_view UnfitJson(const Type& type);

}  // namespace lq
