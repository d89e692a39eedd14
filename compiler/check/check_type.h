#pragma once

#include <optional>
#include <string>

#include "compiler/check/context.h"

namespace lq::check {

// `integer from 1 to 9`, `one of E` … in the current scope; nothing when it was wrong and reported.
std::optional<Type> CheckType(Context& context, const syntax::TypeRef& type);

// For messages: "an integer", "money EUR", "one of role_kind", "a list of text".
std::string TypeText(const Type& type);
// With its range: "integer from 1 to 9".
std::string TypeWithRange(const Type& type);

// A value of the type as a person writes it in a policy: `5999.99 EUR`, `12.5%`, `"text"`, DE.
std::string ValueText(const Type& type, const Value& value);

// What one value of a field is: an item, when the field is a list.
Type OneValueOf(const Type& type);

}  // namespace lq::check
