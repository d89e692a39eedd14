#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/notation/date_layout.h"
#include "runtime/notation/number_notation.h"

// A checked `source` unit (language.md, section 10).
namespace lq::ir {

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

struct SourceMapping {
  // Index of the schema's fields.
  std::uint32_t field = 0;
  // Indices of SourceProgram::places, in the order in which they are asked; empty for a constant.
  std::vector<std::uint32_t> places;
  std::optional<Value> constant;
  std::vector<SourceCase> cases;
  SourceReading reading = SourceReading::kText;
  // kDate, kInstant; as written.
  DateLayout layout;
  std::string layout_text;
  // kText, kNumber.
  NumberMarks marks;
  std::optional<DecimalFactor> factor;
};

struct SourceProgram {
  std::string name;
  std::int64_t version = 0;
  // Holds the schema with its enums and owns the texts of constants; a program without a policy.
  std::shared_ptr<const Program> program;
  // '\0': found out from the file.
  char separator = '\0';
  std::vector<std::string> missing;
  // Names of the columns that are read, each once.
  std::vector<std::string> places;
  // Indices of places.
  std::optional<std::uint32_t> lead_id;
  std::optional<std::uint32_t> at;
  std::vector<std::string> ignored;
  std::string reports_as;
  // In the order of the file.
  std::vector<SourceMapping> mappings;
};

}  // namespace lq::ir
