#include "runtime/intake/scalar_reader.h"

#include "runtime/value/iso.h"

namespace lq::intake {
namespace {

Fault Wrong(FaultKind kind) { return {kind, {}, false}; }

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
  switch (scanner_.token()) {
    case JsonToken::kText:
      return rules_.TakeText(type, scanner_.Text(arena), arena, value);
    case JsonToken::kNumber:
      return ScalarRules::TakeNumber(type, scanner_.number(), value);
    case JsonToken::kTrue:
      return ScalarRules::TakeYesNo(type, true, value);
    case JsonToken::kFalse:
      return ScalarRules::TakeYesNo(type, false, value);
    case JsonToken::kArray:
      return type.kind == TypeKind::kList ? ReadList(type, arena, value)
                                          : Wrong(FaultKind::kWrongType);
    case JsonToken::kObject:
      return type.kind == TypeKind::kMoney ? ReadMoney(type, arena, value)
                                           : Wrong(FaultKind::kWrongType);
    case JsonToken::kFault:
    case JsonToken::kEnd:
    case JsonToken::kObjectEnd:
    case JsonToken::kArrayEnd:
    case JsonToken::kKey:
    case JsonToken::kNull:
      break;
  }
  return Wrong(FaultKind::kWrongType);
}

Fault ScalarReader::ReadMoney(const Type& type, Arena& arena, Value& value) {
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

// A number, or the text of one.
Fault ScalarReader::ReadAmount(const Type& type, Arena& arena, Value& value) {
  const std::string_view seen = scanner_.raw();
  Fault fault = scanner_.token() == JsonToken::kObject ? Wrong(FaultKind::kWrongType)
                                                       : ReadKind(type, arena, value);
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

Fault ScalarReader::ReadList(const Type& type, Arena& arena, Value& value) {
  if (scanner_.token() != JsonToken::kArray)
    return Wrong(FaultKind::kWrongType);
  items_.Begin(type);
  while (scanner_.Next() != JsonToken::kArrayEnd && scanner_.token() != JsonToken::kFault) {
    if (!items_.TakesAnother())
      return Wrong(FaultKind::kTooManyItems);
    Value item;
    if (Fault fault = Read(items_.type(), arena, item)) {
      fault.in_list = true;
      return fault;
    }
    items_.Add(item);
  }
  value = items_.Finish(arena);
  return {};
}

}  // namespace lq::intake
