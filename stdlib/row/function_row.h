#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::stdlib {

// What the checker knows of one argument.
struct Argument {
  Type type;
  // The argument is a literal constant: its value; else null.
  const Value* constant = nullptr;
};

// An argument that is known by its ends: {low, high}.
using Ends = std::int64_t[2];

using Arguments = std::span<const Argument>;
using Values = std::span<const Value>;
using Types = std::span<const Type>;
using AllEnds = std::span<const Ends>;

// A standard function: its row. The function itself stands beside it in the same file.
struct Function {
  std::string_view name;
  // For messages and hover: "prefix(t, n)".
  std::string_view signature;
  std::string_view summary;
  // Sets `result` to the type with its range, or `problem` to what is wrong, as part of a sentence:
  // "the second argument must be a constant integer from 0 to 256".
  bool (*check)(Arguments arguments, Type& result, std::string& problem);
  // The function of single values.
  Value (*call)(Values arguments, Types types, Arena& arena);
  // Over ordered arguments whose values are known only by their ends: the least and greatest
  // result. arguments[i] is {low, high}. Null for functions of texts, whose arguments are never
  // bands.
  void (*range)(AllEnds arguments, Types types, std::int64_t& low, std::int64_t& high) = nullptr;
  // The result is always given as its ends (min_of, max_of, abs); else a function of at most 64
  // combinations of values is the set of their results.
  bool hull = false;
  // Also an operator of the language: `year of d`, `length of t`, `domain of e`.
  bool is_operator = false;
  // Over the same arguments, for results from 0 to 63 of which not all between the ends may occur
  // (the months of a band of dates): bit r is set when r occurs. Null where the ends say all.
  std::uint64_t (*results)(AllEnds arguments, Types types) = nullptr;
};

}  // namespace lq::stdlib
