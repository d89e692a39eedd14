#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/notation/date_layout.h"
#include "runtime/notation/json_path.h"
#include "runtime/notation/number_notation.h"
#include "stdlib/function.h"
#include "stdlib/zone/time_zone.h"

// A checked `source` unit (language.md, section 10).
namespace lq::ir {

enum class SourceFormat : std::uint8_t { kCsv, kJson, kForm };

enum class SourceReading : std::uint8_t {
  kText,
  kNumber,
  kDate,
  kInstant,
  kUnixSeconds,
  kUnixMilliseconds,
};

// `where "Student" is student`: a value. `band "1-5" is 1 to 5`: a band, open where an end is not
// set.
struct SourceCase {
  std::string text;
  bool is_band = false;
  Value value;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
};

struct SourceConversion {
  SourceReading reading = SourceReading::kText;
  // kDate, kInstant; as written.
  DateLayout layout;
  std::string layout_text;
  // kInstant: null: UTC, or as the text says.
  const stdlib::TimeZone* zone = nullptr;
  // kText, kNumber.
  NumberMarks marks;
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

struct SourceMapping {
  // Index of the schema's fields.
  std::uint32_t field = 0;
  // Indices of SourceProgram::places, in the order in which they are asked; empty for a constant.
  std::vector<std::uint32_t> places;
  std::optional<Value> constant;
  std::vector<SourceCase> cases;
  SourceConversion as;
  std::optional<SourceFunction> by;
  Span span = {};
};

struct SourceProgram {
  std::string name;
  std::int64_t version = 0;
  // Holds the schema with its enums and owns the texts of constants; a program without a policy.
  std::shared_ptr<const Program> program;
  SourceFormat format = SourceFormat::kCsv;
  // '\0': found out from the file.
  char separator = '\0';
  std::vector<std::string> missing;
  // The places that are read, each once, as written: names of columns or parameters, paths.
  std::vector<std::string> places;
  // kJson: the same as paths.
  std::vector<JsonPath> paths;
  // kJson: `each`, and as written; empty without.
  JsonPath each;
  std::string each_text;
  // Indices of places.
  std::optional<std::uint32_t> lead_id;
  std::optional<std::uint32_t> at;
  SourceConversion at_as;
  std::vector<std::string> ignored;
  // kJson: the same as paths.
  std::vector<JsonPath> ignored_paths;
  std::string reports_as;
  // In the order of the file.
  std::vector<SourceMapping> mappings;
};

}  // namespace lq::ir
