#pragma once

#include <string>

#include "runtime/value/possible.h"
#include "runtime/value/type.h"

namespace lq {

// What is known of a value, as a person says it: `25`, `51 to 200`, `missing`.
std::string KnownText(const Type& type, const Possible& possible);
// Why it has not one value, where its text does not say so: "stale", "sources disagree".
std::string NoteOf(const Possible& possible);

}  // namespace lq
