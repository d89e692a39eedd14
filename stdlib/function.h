#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/value/arena.h"
#include "runtime/value/possible.h"
#include "runtime/value/type.h"

namespace lq::stdlib {

// What the checker knows of one argument.
struct Argument {
  Type type;
  // The argument is a literal constant: its value; else null.
  const Value* constant = nullptr;
};

// A standard function: its row. The function itself stands beside it in the same file.
struct Function {
  std::string_view name;
  // For messages and hover: "prefix(t, n)".
  std::string_view signature;
  std::string_view summary;
  // Sets `result` to the type with its range, or `problem` to what is wrong, as part of a sentence:
  // "the second argument must be a constant integer from 0 to 256".
  bool (*check)(std::span<const Argument> arguments, Type& result, std::string& problem);
  // The function of single values.
  Value (*call)(std::span<const Value> arguments, std::span<const Type> types, Arena& arena);
  // Over ordered arguments whose values are known only by their ends: the least and greatest result.
  // arguments[i] is {low, high}. Null for functions of texts, whose arguments are never bands.
  void (*range)(std::span<const std::int64_t[2]> arguments, std::span<const Type> types,
                std::int64_t& low, std::int64_t& high);
  // The result is always given as its ends (min_of, max_of, abs); else a function of at most 64
  // combinations of values is the set of their results.
  bool hull = false;
};

// Every function, sorted by name.
std::span<const Function> AllFunctions();
// Null when there is none.
const Function* FindFunction(std::string_view name);

// Possible results of a function over possible arguments. A missing argument makes the result missing,
// over the range that the arguments' domains give.
Possible Apply(const Function& function, std::span<const Possible> arguments,
               std::span<const Type> argument_types, const Type& result_type, Arena& arena);

}  // namespace lq::stdlib
