#include "runtime/intake/scalar_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "runtime/intake/expected_text.h"
#include "runtime/value/address.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

// Normal form C never has fewer code points than a quarter of the text's: no canonical
// decomposition is longer than four.
constexpr std::size_t kMostComposition = 4;

// In bytes, far beyond what any address can be.
constexpr std::size_t kLongestAddress = 4096;

constexpr std::array<std::int64_t, 7> kPowersOfTen = {1, 10, 100, 1000, 10'000, 100'000, 1'000'000};

Fault Wrong(FaultKind kind) { return {kind, {}, false}; }

NumberProblem Scale(const JsonNumber& number, int places, std::int64_t& scaled) {
  const int missing_places = places - number.places;
  if (!number.has_digits || missing_places < 0)
    return ParseDecimal(number.text, places, scaled);
  const std::int64_t power = kPowersOfTen[static_cast<std::size_t>(missing_places)];
  const bool overflows = __builtin_mul_overflow(number.digits, power, &scaled);
  return overflows ? NumberProblem::kTooLarge : NumberProblem::kNone;
}

Fault Bounded(const Type& type, std::int64_t number, Value& value) {
  value = Value::Number(number);
  return Wrong(number < type.low || number > type.high ? FaultKind::kOutOfRange : FaultKind::kNone);
}

Fault CheckNumber(const Type& type, NumberProblem problem, std::int64_t number, Value& value) {
  switch (problem) {
    case NumberProblem::kNone:
      return Bounded(type, number, value);
    case NumberProblem::kNotANumber:
      return Wrong(FaultKind::kBadFormat);
    case NumberProblem::kTooManyPlaces:
      return Wrong(type.kind == TypeKind::kInteger ? FaultKind::kWrongType
                                                   : FaultKind::kTooManyPlaces);
    case NumberProblem::kTooLarge:
      return Wrong(FaultKind::kOutOfRange);
  }
  return Wrong(FaultKind::kBadFormat);
}

Fault ParseNumber(const Type& type, std::string_view text, Value& value) {
  std::int64_t number = 0;
  const NumberProblem problem = ParseDecimal(text, type.places, number);
  return CheckNumber(type, problem, number, value);
}

std::optional<std::uint16_t> FindCode(TypeKind kind, std::string_view code) {
  if (kind == TypeKind::kCountry)
    return FindCountry(code);
  return kind == TypeKind::kCurrency ? FindCurrency(code) : FindLanguage(code);
}

std::optional<std::string_view> Normalize(TypeKind kind, std::string_view text, Arena& arena) {
  if (text.size() > kLongestAddress)
    return std::nullopt;
  if (kind == TypeKind::kEmail)
    return NormalizeEmail(text, arena);
  return kind == TypeKind::kDomain ? NormalizeDomain(text, arena) : NormalizePhone(text, arena);
}

}  // namespace

Fault ScalarReader::Read(const Type& type, Arena& arena, Value& value) {
  const std::string_view begin = scanner_.raw();
  const int outside = scanner_.depth_outside();
  Fault fault = ReadKind(type, arena, value);
  scanner_.SkipTo(outside);
  if (fault && fault.seen.empty())
    fault.seen = scanner_.Since(begin);
  return fault;
}

Fault ScalarReader::ReadKind(const Type& type, Arena& arena, Value& value) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return ReadYesNo(arena, value);
    case TypeKind::kEnum:
      return ReadEnum(type, arena, value);
    case TypeKind::kInteger:
      return ReadNumber(type, value);
    case TypeKind::kDecimal:
      return ReadDecimal(type, arena, value);
    case TypeKind::kMoney:
      return ReadMoney(type, arena, value);
    case TypeKind::kPercent:
      return ReadPercent(type, arena, value);
    case TypeKind::kDate:
    case TypeKind::kInstant:
      return ReadTime(type, arena, value);
    case TypeKind::kText:
      return ReadText(type, arena, value);
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return ReadAddress(type, arena, value);
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return ReadCode(type, arena, value);
    case TypeKind::kList:
      return ReadList(type, arena, value);
  }
  return Wrong(FaultKind::kWrongType);
}

Fault ScalarReader::ReadYesNo(Arena& arena, Value& value) {
  const JsonToken token = scanner_.token();
  const std::string_view text =
      token == JsonToken::kText ? scanner_.Text(arena) : std::string_view();
  const bool yes = token == JsonToken::kTrue || text == "yes";
  const bool no = token == JsonToken::kFalse || text == "no";
  value = Value::Number(yes ? 1 : 0);
  return Wrong(yes || no ? FaultKind::kNone : FaultKind::kWrongType);
}

Fault ScalarReader::ReadEnum(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kWrongType);
  const std::uint32_t member = enums_.Find(*type.enumeration, scanner_.Text(arena), arena);
  value = Value::Number(member);
  return Wrong(member == EnumNames::kNone ? FaultKind::kNoSuchValue : FaultKind::kNone);
}

Fault ScalarReader::ReadNumber(const Type& type, Value& value) {
  if (scanner_.token() != JsonToken::kNumber)
    return Wrong(FaultKind::kWrongType);
  std::int64_t number = 0;
  const NumberProblem problem = Scale(scanner_.number(), type.places, number);
  return CheckNumber(type, problem, number, value);
}

Fault ScalarReader::ReadDecimal(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return ReadNumber(type, value);
  return ParseNumber(type, scanner_.Text(arena), value);
}

Fault ScalarReader::ReadPercent(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return ReadNumber(type, value);
  std::string_view text = scanner_.Text(arena);
  if (text.ends_with('%'))
    text.remove_suffix(1);
  return ParseNumber(type, text, value);
}

Fault ScalarReader::ReadMoney(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kObject)
    return ReadDecimal(type, arena, value);
  if (scanner_.Next() != JsonToken::kKey)
    return Wrong(FaultKind::kEmptyObject);
  return ReadMoneyMembers(type, arena, value);
}

Fault ScalarReader::ReadMoneyMembers(const Type& type, Arena& arena, Value& value) {
  // Both begin as missing, so that the same object gives the same error whatever the order of its
  // keys.
  Fault amount = Wrong(FaultKind::kMoneyParts);
  Fault currency = Wrong(FaultKind::kMoneyParts);
  while (scanner_.token() == JsonToken::kKey) {
    const std::string_view key = scanner_.key();
    const std::string_view raw_key = scanner_.raw();
    scanner_.Next();
    if (key == "amount") {
      amount = ReadAmount(type, arena, value);
    } else if (key == "currency") {
      currency = ReadCurrencyOf(type, arena);
    } else {
      return {FaultKind::kUnknownKey, raw_key, false};
    }
    scanner_.SkipTo(scanner_.depth_outside());
    scanner_.Next();
  }
  return currency ? currency : amount;
}

Fault ScalarReader::ReadAmount(const Type& type, Arena& arena, Value& value) {
  const std::string_view seen = scanner_.raw();
  Fault fault = ReadDecimal(type, arena, value);
  if (fault)
    fault.seen = seen;
  return fault;
}

Fault ScalarReader::ReadCurrencyOf(const Type& type, Arena& arena) {
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kMoneyParts);
  const auto currency = FindCurrency(scanner_.Text(arena));
  if (currency == type.currency)
    return {};
  return {FaultKind::kOtherCurrency, scanner_.raw(), false};
}

Fault ScalarReader::ReadTime(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kWrongType);
  const std::string_view text = scanner_.Text(arena);
  std::int64_t number = 0;
  const bool parsed =
      type.kind == TypeKind::kDate ? ParseDate(text, number) : ParseInstant(text, number);
  return parsed ? Bounded(type, number, value) : Wrong(FaultKind::kBadFormat);
}

Fault ScalarReader::ReadCode(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kWrongType);
  const auto code = FindCode(type.kind, scanner_.Text(arena));
  if (!code)
    return Wrong(FaultKind::kNoSuchValue);
  value = Value::Number(*code);
  return {};
}

Fault ScalarReader::ReadText(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kWrongType);
  const std::size_t most = MostCodePoints(type);
  const std::string_view text = scanner_.OwnedText(arena);
  if (CountCodePoints(text) > most * kMostComposition)
    return Wrong(FaultKind::kTooLong);
  const std::string_view normal = NormalizeNfc(text, arena);
  if (CountCodePoints(normal) > most)
    return Wrong(FaultKind::kTooLong);
  if (normal.find('\0') != std::string_view::npos)
    return Wrong(FaultKind::kNulCharacter);
  value = Value::Text(normal);
  return {};
}

Fault ScalarReader::ReadAddress(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kWrongType);
  const std::string_view text = scanner_.OwnedText(arena);
  if (text.find('\0') != std::string_view::npos)
    return Wrong(FaultKind::kNulCharacter);
  const auto normal = Normalize(type.kind, text, arena);
  if (!normal)
    return Wrong(FaultKind::kBadFormat);
  if (type.max_length != 0 && CountCodePoints(*normal) > type.max_length)
    return Wrong(FaultKind::kTooLong);
  value = Value::Text(*normal);
  return {};
}

Fault ScalarReader::ReadList(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kArray)
    return Wrong(FaultKind::kWrongType);
  const Type element = BoundedItemType(type);
  items_.clear();
  std::size_t count = 0;
  while (scanner_.Next() != JsonToken::kArrayEnd && scanner_.token() != JsonToken::kFault) {
    if (++count > type.max_items)
      return Wrong(FaultKind::kTooManyItems);
    Value item;
    if (Fault fault = Read(element, arena, item)) {
      fault.in_list = true;
      return fault;
    }
    const auto same = [&](const Value& other) {
      return CompareValues(element.kind, item, other) == 0;
    };
    if (std::none_of(items_.begin(), items_.end(), same))
      items_.push_back(item);
  }
  value = Value::List(arena.CopyArray(std::span<const Value>(items_)));
  return {};
}

}  // namespace lq::intake
