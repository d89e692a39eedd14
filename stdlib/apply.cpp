#include <algorithm>
#include <array>

#include "runtime/value/values.h"
#include "stdlib/function.h"

namespace lq::stdlib {
namespace {

// What a call is made of, and where its results go.
struct Call {
  const Function& function;
  std::span<const Possible> arguments;
  Types types;
  const Type& result_type;
  Cause cause;
  Arena& arena;
};

constexpr std::size_t kMostArguments = 4;
constexpr std::size_t kMostCombinations = 64;

// A missing argument makes the result missing; else the first cause there is.
Cause CauseOf(std::span<const Possible> arguments) {
  Cause cause = Cause::kNone;
  for (const Possible& argument : arguments) {
    if (argument.missing()) {
      return Cause::kMissing;
    }
    if (cause == Cause::kNone) {
      cause = argument.cause;
    }
  }
  return cause;
}

// How many combinations of listed values there are; 0 when an argument's values are not listed, or
// too many.
std::size_t CountCombinations(std::span<const Possible> arguments) {
  std::size_t count = 1;
  for (const Possible& argument : arguments) {
    if (argument.form != Possible::Form::kValues) {
      return 0;
    }
    count *= argument.count;
    if (count > kMostCombinations) {
      return 0;
    }
  }
  return count;
}

// The set of the results of every combination.
Possible OfCombinations(const Call& call, std::size_t count) {
  std::array<Value, kMostCombinations> results;
  std::array<Value, kMostArguments> values;
  for (std::size_t combination = 0; combination < count; ++combination) {
    std::size_t rest = combination;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      values[i] = call.arguments[i].values[rest % call.arguments[i].count];
      rest /= call.arguments[i].count;
    }
    results[combination] =
        call.function.call(std::span(values).first(call.arguments.size()), call.types, call.arena);
  }
  return PossibleValues(call.result_type, std::span(results).first(count), call.cause, call.arena);
}

// The values whose bits are set.
Possible OfBits(const Call& call, std::uint64_t bits) {
  std::array<Value, 64> results;
  std::size_t count = 0;
  for (int bit = 0; bit < 64; ++bit) {
    if ((bits >> bit & 1) != 0) {
      results[count++] = Value::Number(bit);
    }
  }
  const std::int64_t whole = call.result_type.high - call.result_type.low + 1;
  if (static_cast<std::int64_t>(count) == whole) {
    return PossibleAll(call.cause);
  }
  return PossibleValues(call.result_type, std::span(results).first(count), call.cause, call.arena);
}

// From the ends of the arguments.
Possible OfEnds(const Call& call) {
  std::array<Ends, kMostArguments> all;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    all[i][0] = Low(call.types[i], call.arguments[i]);
    all[i][1] = High(call.types[i], call.arguments[i]);
  }
  const AllEnds ends(all.data(), call.arguments.size());
  if (call.function.results != nullptr) {
    return OfBits(call, call.function.results(ends, call.types));
  }
  std::int64_t low = 0;
  std::int64_t high = 0;
  call.function.range(ends, call.types, low, high);
  return PossibleBand(low, high, call.cause, call.arena);
}

}  // namespace

Possible Apply(const Function& function, std::span<const Possible> arguments,
               std::span<const Type> argument_types, const Type& result_type, Arena& arena) {
  const Call call{function, arguments, argument_types, result_type, CauseOf(arguments), arena};
  if (function.hull) {
    return OfEnds(call);
  }
  const std::size_t combinations = CountCombinations(arguments);
  if (combinations > 0) {
    return OfCombinations(call, combinations);
  }
  if (function.range == nullptr && function.results == nullptr) {
    return PossibleAll(call.cause);
  }
  return OfEnds(call);
}

}  // namespace lq::stdlib
