#pragma once

#include "compiler/eval/situation.h"

namespace lq::eval {

// The values that the file gives for the possible values of the keys. Keys whose possible values
// can be listed (all but bands, and texts, countries, currencies and languages of which nothing is
// known) are looked up value by value, `otherwise` standing for what is not found. Else: the values
// of the rows that are not ruled out, and of `otherwise`.
Possible LookupValues(Situation& situation, const ir::Lookup& lookup);

}  // namespace lq::eval
