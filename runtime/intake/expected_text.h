#pragma once

#include <string>
#include <string_view>

#include "runtime/plan/lead_schema.h"
#include "runtime/value/type.h"

namespace lq::intake {

// What a type takes, as a person reads it after "it takes": `a whole number from 0 to 10000`.
std::string ExpectedText(const Type& type);

// The item that a list of this type holds, with its greatest length.
Type BoundedItemType(const Type& list);

// Most code points that a text of this type has.
std::size_t MostCodePoints(const Type& type);

// A piece of a lead as a message shows it: on one line, cut when it is long.
std::string ShownText(std::string_view text);

}  // namespace lq::intake
