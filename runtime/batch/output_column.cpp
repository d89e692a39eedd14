#include "runtime/batch/output_column.h"

#include <vector>

#include <fmt/format.h>

#include "runtime/value/iso.h"
#include "runtime/value/values.h"

namespace lq::batch {
namespace {

using Layout = OutColumn::Layout;

// Digits and bytes of a decimal128 that holds any 64-bit number.
constexpr int kDecimalDigits = 19;
constexpr int kDecimalBytes = 16;

std::unique_ptr<OutColumn> MakeDecimal(std::string name, int places) {
  return std::make_unique<OutColumn>(std::move(name),
                                     fmt::format("d:{},{}", kDecimalDigits, places),
                                     Layout::kNumber, kDecimalBytes);
}

std::unique_ptr<OutColumn> MakeMoney(std::string name, const Type& type) {
  auto column = MakeDecimal(std::move(name), type.places);
  column->AddMetadata("currency", CurrencyCode(type.currency));
  return column;
}

// Their names by number.
std::unique_ptr<OutColumn> MakeNamed(std::string name, const Type& type, std::size_t count) {
  std::vector<std::string> names(count);
  for (std::size_t i = 0; i < count; ++i)
    AppendValueText(type, Value::Number(static_cast<std::int64_t>(i)), names[i]);
  return OutColumn::Dictionary(std::move(name), names);
}

}  // namespace

std::unique_ptr<OutColumn> MakeValueColumn(std::string name, const Type& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return std::make_unique<OutColumn>(std::move(name), "b", Layout::kBits);
    case TypeKind::kInteger:
      return OutColumn::Int64(std::move(name));
    case TypeKind::kDecimal:
    case TypeKind::kPercent:
      return MakeDecimal(std::move(name), type.places);
    case TypeKind::kMoney:
      return MakeMoney(std::move(name), type);
    case TypeKind::kDate:
      return std::make_unique<OutColumn>(std::move(name), "tdD", Layout::kNumber, 4);
    case TypeKind::kInstant:
      return std::make_unique<OutColumn>(std::move(name), "tsm:UTC", Layout::kNumber, 8);
    case TypeKind::kEnum:
      return MakeNamed(std::move(name), type, type.enumeration->members.size());
    case TypeKind::kCountry:
      return MakeNamed(std::move(name), type, CountryCount());
    case TypeKind::kCurrency:
      return MakeNamed(std::move(name), type, CurrencyCount());
    case TypeKind::kLanguage:
      return MakeNamed(std::move(name), type, LanguageCount());
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return OutColumn::Text(std::move(name));
    case TypeKind::kList:
      return OutColumn::List(std::move(name), MakeValueColumn("item", ItemType(type)));
  }
  return nullptr;
}

void AppendValue(const Type& type, const Value& value, OutColumn& column) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return column.AppendBit(value.number() != 0);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kPercent:
    case TypeKind::kMoney:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEnum:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return column.AppendNumber(value.number());
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return column.AppendText(value.text());
    case TypeKind::kList:
      for (const Value& item : value.items())
        AppendValue(ItemType(type), item, column.items());
      return column.EndList();
  }
}

}  // namespace lq::batch
