#pragma once

#include <vector>

#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::testkit {

// Values of the type that are simpler than `value`, simplest first: round numbers of few digits,
// the first name, the first of a month, short texts. `turning`: others worth trying.
std::vector<Value> SimplerValues(const Type& type, const Value& value,
                                 const std::vector<Value>& turning, Arena& arena);

}  // namespace lq::testkit
