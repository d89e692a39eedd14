#pragma once

#include <string>

#include "runtime/value/possible.h"
#include "runtime/value/type.h"

namespace lq {

// Appends the JSON of what is known of a value: the value itself; {"one_of":[..]} in the order of
// the domain;
// {"from":..,"to":..}; null for a text, an address, a code or a list of which nothing is known.
void AppendPossibleJson(const Type& type, const Possible& possible, std::string& out);

}  // namespace lq
