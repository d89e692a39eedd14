#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/value/arena.h"
#include "runtime/value/possible.h"

namespace lq {

// What is wrong with one field of a lead (path "" for the whole body).
struct FieldError {
  std::string path;
  // required, type, range, value, format, band, unknown_field, unknown_source, duplicate_key,
  // not_json, too_deep, too_large
  std::string code;
  std::string message;
};

// One lead after intake: for each field of the schema, in schema order, its possible values. Reuse
// one object for many leads: after a few leads reading the next one allocates nothing.
struct Lead {
  // Empty when the lead bears none.
  std::string_view id;
  std::vector<Possible> fields;
  // Not empty: the lead is rejected, and `fields` means nothing. One error a field, sorted by path.
  std::vector<FieldError> errors;
  // Keys that the schema does not know (counted, unless `other fields rejected`).
  std::uint32_t unknown_fields = 0;
  // Owns every text and value list above.
  Arena arena;

  void Clear() {
    id = {};
    fields.clear();
    errors.clear();
    unknown_fields = 0;
    arena.Reset();
  }
};

}  // namespace lq
