#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/notation/date_layout.h"
#include "runtime/notation/json_path.h"
#include "runtime/notation/number_notation.h"
#include "runtime/value/value.h"
#include "stdlib/function.h"
#include "stdlib/zone/time_zone.h"

namespace lq::plan {

enum class SourceFormat : std::uint8_t { kCsv, kJson, kForm };

// How the text of a place becomes a value, when none of its field's cases is met.
enum class SourceReading : std::uint8_t {
  // As people mean it.
  kText,
  // `as number "1.234,56"`
  kNumber,
  // `as date "%d/%m/%Y"`
  kDate,
  // `as instant "…"`
  kInstant,
  // `as unix seconds|milliseconds`
  kUnixSeconds,
  kUnixMilliseconds,
};

// What a text means: `where "Student" is student`, `band "1-5" is 1 to 5`.
struct SourceCase {
  std::string text;
  // The value in the canonical lead: `"student"`, `{"from":1,"to":5}`.
  std::string json;
  bool is_band = false;
};

// `as …` and `times …`: how a text is written that no case lists.
struct SourceConversion {
  SourceReading reading = SourceReading::kText;
  // kDate, kInstant.
  DateLayout layout;
  // `as date "…"` as written, for messages.
  std::string layout_text;
  // kInstant: `in "Europe/Berlin"`; null: UTC, or as the text says.
  const stdlib::TimeZone* zone = nullptr;
  // kText, kNumber.
  NumberMarks marks;
  // `times 100`
  std::optional<DecimalFactor> factor;
};

// `by country_name`, `by phone_number_in DE`: a conversion, else a function of a text.
struct SourceFunction {
  const stdlib::Conversion* conversion = nullptr;
  const stdlib::Function* function = nullptr;
  // Of a function: the text, then the constant when there is one.
  std::vector<Type> types;
  std::optional<Value> constant;

  std::string_view name() const {
    return conversion != nullptr ? conversion->name : function->name;
  }
};

struct SourceField {
  // Index of the schema's fields.
  std::uint32_t field = 0;
  // Its path.
  std::string path;
  // `from "A" else "B"`: indices of SourcePlan::places; empty for a constant.
  std::vector<std::uint32_t> places;
  // `is …`, as the canonical lead holds it.
  std::string constant;
  // Sorted by text.
  std::vector<SourceCase> cases;
  SourceConversion as;
  std::optional<SourceFunction> by;

  // Null when no case has this text.
  const SourceCase* FindCase(std::string_view text) const {
    const auto found =
        std::lower_bound(cases.begin(), cases.end(), text,
                         [](const SourceCase& c, std::string_view t) { return c.text < t; });
    return found != cases.end() && found->text == text ? &*found : nullptr;
  }
};

// A compiled `source` (language.md, section 10): what runtime/source runs.
struct SourcePlan {
  std::string name;
  std::int64_t version = 0;
  // The schema whose leads it gives; SourceField::field counts its fields.
  std::string schema;
  std::int64_t schema_version = 0;
  SourceFormat format = SourceFormat::kCsv;
  // '\0': found out from the file.
  char separator = '\0';
  // Texts that mean missing, beside the empty one; sorted.
  std::vector<std::string> missing;
  // The places that are read, each once, as written: names of columns or parameters, paths.
  std::vector<std::string> places;
  // kJson: the same as paths.
  std::vector<JsonPath> paths;
  // kJson: `each "entry[].changes[].value"`, and as written; empty without.
  JsonPath each;
  std::string each_text;
  // Indices of places.
  std::optional<std::uint32_t> lead_id;
  std::optional<std::uint32_t> at;
  // How the time of the reports is written; kText: as ISO 8601 writes it.
  SourceConversion at_as;
  // Places that are known and not wanted; sorted.
  std::vector<std::string> ignored;
  // kJson: the same as paths, in any order.
  std::vector<JsonPath> ignored_paths;
  // The source of every report.
  std::string reports_as;
  // Sorted by the path of the field.
  std::vector<SourceField> fields;
};

}  // namespace lq::plan
