#pragma once

#include <span>
#include <string_view>

#include "runtime/value/arena.h"
#include "runtime/value/possible.h"
#include "runtime/value/type.h"
#include "stdlib/date/weekday.h"
#include "stdlib/row/conversion_row.h"
#include "stdlib/row/function_row.h"

// The standard functions. A function and its row stand in the folder of its family.
namespace lq::stdlib {

// Every function, sorted by name.
std::span<const Function> AllFunctions();
// Null when there is none.
const Function* FindFunction(std::string_view name);

// Every conversion, sorted by name.
std::span<const Conversion> AllConversions();
// Null when there is none.
const Conversion* FindConversion(std::string_view name);

// Possible results of a function over possible arguments. A missing argument makes the result
// missing, over the range that the arguments' domains give.
Possible Apply(const Function& function, std::span<const Possible> arguments,
               std::span<const Type> argument_types, const Type& result_type, Arena& arena);

}  // namespace lq::stdlib
