#pragma once

#include <optional>
#include <string_view>

#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::stdlib {

// A standard function that reads a text of people as a value, and may fail: `by country_name` in a
// source. Its row; the function stands beside it in the same file. Rules cannot call it, since
// nothing in them may fail.
struct Conversion {
  std::string_view name;
  // As a source writes it behind `by`: "phone_number_in COUNTRY".
  std::string_view signature;
  std::string_view summary;
  // The type of the field that it fills.
  TypeKind gives;
  // The type of its constant argument; null when it takes none.
  std::optional<TypeKind> takes;
  // What a text that it cannot read is not, with its article: "the name of a country".
  std::string_view wanted;
  // `text` is trimmed, valid UTF-8 in form C, and not empty; `argument` is its constant. Nothing
  // when the text does not say a value, or more than one. Texts of the result live in `arena`.
  std::optional<Value> (*convert)(std::string_view text, const Value& argument, Arena& arena);
};

}  // namespace lq::stdlib
