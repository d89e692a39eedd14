#include "stdlib/text/text.h"

#include <algorithm>

#include "runtime/value/text.h"
#include "stdlib/row/check_arguments.h"

namespace lq::stdlib {
namespace {

// One textual argument, and a text of at most its length.
bool CheckSameText(Arguments arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem) || !ExpectTextual(arguments, 0, problem)) {
    return false;
  }
  result = TextType(MaxLength(arguments[0]));
  return true;
}

// One textual argument, and something counted in it.
bool CheckCountOf(Arguments arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem) || !ExpectTextual(arguments, 0, problem)) {
    return false;
  }
  result = IntegerType(0, MaxLength(arguments[0]));
  return true;
}

// A text, and how many of its code points.
bool CheckPart(Arguments arguments, Type& result, std::string& problem) {
  constexpr std::int64_t kMostCodePoints = 1'000'000;
  if (!ExpectCount(arguments, 2, problem) || !ExpectTextual(arguments, 0, problem)) {
    return false;
  }
  if (!ExpectConstantCount(arguments, 1, kMostCodePoints, problem)) {
    return false;
  }
  const auto count = static_cast<std::uint32_t>(arguments[1].constant->number());
  result = TextType(std::min(MaxLength(arguments[0]), count));
  return true;
}

std::size_t Count(const Value& value) { return static_cast<std::size_t>(value.number()); }

Value Number(std::size_t count) { return Value::Number(static_cast<std::int64_t>(count)); }

Value CallPrefix(Values arguments, Types, Arena&) {
  return Value::Text(Prefix(arguments[0].text(), Count(arguments[1])));
}

constexpr Function kPrefix = {
    .name = "prefix",
    .signature = "prefix(t, n)",
    .summary = "The first n characters of the text t, or all there are.",
    .check = CheckPart,
    .call = CallPrefix,
};

Value CallSuffix(Values arguments, Types, Arena&) {
  return Value::Text(Suffix(arguments[0].text(), Count(arguments[1])));
}

constexpr Function kSuffix = {
    .name = "suffix",
    .signature = "suffix(t, n)",
    .summary = "The last n characters of the text t, or all there are.",
    .check = CheckPart,
    .call = CallSuffix,
};

// Small letters may combine where capitals do not (U+0130 and an accent), so form C is made again.
Value CallLower(Values arguments, Types, Arena& arena) {
  return Value::Text(NormalizeNfc(LowerCase(arguments[0].text(), arena), arena));
}

constexpr Function kLower = {
    .name = "lower",
    .signature = "lower(t)",
    .summary = "The text t in small letters.",
    .check = CheckSameText,
    .call = CallLower,
};

Value CallTrim(Values arguments, Types, Arena&) { return Value::Text(Trim(arguments[0].text())); }

constexpr Function kTrim = {
    .name = "trim",
    .signature = "trim(t)",
    .summary = "The text t without white space at its beginning and end.",
    .check = CheckSameText,
    .call = CallTrim,
};

Value CallWords(Values arguments, Types, Arena&) { return Number(CountWords(arguments[0].text())); }

constexpr Function kWords = {
    .name = "words",
    .signature = "words(t)",
    .summary = "How many words the text t has: runs of characters that are not white space.",
    .check = CheckCountOf,
    .call = CallWords,
};

Value CallLength(Values arguments, Types, Arena&) {
  return Number(CountCodePoints(arguments[0].text()));
}

constexpr Function kLength = {
    .name = "length",
    .signature = "length(t)",
    .summary = "How many characters (Unicode code points) the text t has.",
    .check = CheckCountOf,
    .call = CallLength,
    .is_operator = true,
};

constexpr Function kFunctions[] = {kPrefix, kSuffix, kLower, kTrim, kWords, kLength};

}  // namespace

std::span<const Function> TextFunctions() { return kFunctions; }

}  // namespace lq::stdlib
