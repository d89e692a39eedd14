#pragma once

#include <string>
#include <string_view>

#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::ir {

// A type with its range: `integer from 1 to 9`, `list of one of topic at most 5`. Different domains
// never print alike, but for enums of one name.
std::string TypeText(const Type& type);

// A value as it is written in a policy, with all decimal places of its type: `5999.90 EUR`,
// `"a\"b"`, DE. Different values of one type never print alike.
std::string ValueText(const Type& type, const Value& value);

// In double quotes, with `\"`, `\\`, and control characters as `\u{…}`.
std::string QuotedText(std::string_view text);

}  // namespace lq::ir
