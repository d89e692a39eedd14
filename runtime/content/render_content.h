#pragma once

#include <string>
#include <string_view>

#include "runtime/value/possible.h"
#include "runtime/value/type.h"

namespace lq {

// What a placeholder stands for in one decision.
struct PlaceholderValue {
  const Type* type = nullptr;
  Possible value;
};

// Appends the value as a person reads it: `240`, `51 to 200`, `DE or AT`. The fallback, where there
// is one, stands for a value that is missing or of which nothing is known.
void AppendPlaceholder(const PlaceholderValue& placeholder, bool has_fallback,
                       std::string_view fallback, std::string& out);

// Appends one content. A part has `text`, `operand` and `has_fallback`: literal text when `operand`
// is `no_operand`, else a placeholder whose fallback is `text`. `value_of(operand)` gives its
// PlaceholderValue.
template <typename Parts, typename Operand, typename ValueOf>
void RenderContent(const Parts& parts, Operand no_operand, ValueOf value_of, std::string& out) {
  for (const auto& part : parts) {
    if (part.operand == no_operand) {
      out += part.text;
    } else {
      AppendPlaceholder(value_of(part.operand), part.has_fallback, part.text, out);
    }
  }
}

}  // namespace lq
