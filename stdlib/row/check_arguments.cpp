#include "stdlib/row/check_arguments.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "runtime/value/kind_text.h"
#include "runtime/value/text.h"

namespace lq::stdlib {
namespace {

bool Expect(bool is_so, Arguments arguments, std::size_t index, std::string_view wanted,
            std::string& problem) {
  if (is_so) {
    return true;
  }
  problem = fmt::format("{} must be {}, not {}", ArgumentName(index), wanted,
                        KindText(arguments[index].type.kind));
  return false;
}

}  // namespace

std::string ArgumentName(std::size_t index) {
  constexpr std::array<std::string_view, 3> kOrdinals = {"first", "second", "third"};
  return fmt::format("the {} argument", kOrdinals[index]);
}

bool ExpectCount(Arguments arguments, std::size_t count, std::string& problem) {
  if (arguments.size() == count) {
    return true;
  }
  problem =
      fmt::format("it takes {} argument{}, not {}", count, count == 1 ? "" : "s", arguments.size());
  return false;
}

bool ExpectTextual(Arguments arguments, std::size_t index, std::string& problem) {
  return Expect(IsTextual(arguments[index].type.kind), arguments, index,
                "a text, an email, a domain or a phone", problem);
}

bool ExpectTime(Arguments arguments, std::size_t index, std::string& problem) {
  const TypeKind kind = arguments[index].type.kind;
  return Expect(kind == TypeKind::kDate || kind == TypeKind::kInstant, arguments, index,
                "a date or an instant", problem);
}

bool ExpectKind(Arguments arguments, std::size_t index, TypeKind kind, std::string& problem) {
  return Expect(arguments[index].type.kind == kind, arguments, index, KindText(kind), problem);
}

bool ExpectConstantCount(Arguments arguments, std::size_t index, std::int64_t most,
                         std::string& problem) {
  const Argument& argument = arguments[index];
  const bool fits = argument.type.kind == TypeKind::kInteger && argument.constant != nullptr &&
                    argument.constant->number() >= 0 && argument.constant->number() <= most;
  if (fits) {
    return true;
  }
  problem = fmt::format("{} must be a constant integer from 0 to {}", ArgumentName(index), most);
  return false;
}

std::uint32_t MaxLength(const Argument& argument) {
  if (argument.constant != nullptr) {
    return static_cast<std::uint32_t>(CountCodePoints(argument.constant->text()));
  }
  switch (argument.type.kind) {
    case TypeKind::kEmail:
      // Local part, `@`, domain.
      return 64 + 1 + 253;
    case TypeKind::kDomain:
      return 253;
    case TypeKind::kPhone:
      return 16;
    case TypeKind::kText:
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
    case TypeKind::kList:
      return argument.type.max_length;
  }
  return argument.type.max_length;
}

Type IntegerType(std::int64_t low, std::int64_t high) {
  Type type;
  type.kind = TypeKind::kInteger;
  type.low = low;
  type.high = high;
  return type;
}

Type TextType(std::uint32_t max_length) {
  Type type;
  type.kind = TypeKind::kText;
  type.max_length = max_length;
  return type;
}

}  // namespace lq::stdlib
