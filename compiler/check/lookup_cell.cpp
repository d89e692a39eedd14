#include "compiler/check/lookup_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compiler/check/check_type.h"
#include "compiler/diag/diagnostic.h"
#include "runtime/value/address.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

bool FromIndex(std::optional<std::uint16_t> index, std::int64_t& number) {
  if (index)
    number = *index;
  return index.has_value();
}

bool ReadYesNo(std::string_view cell, std::int64_t& number) {
  number = cell == "yes" || cell == "true" ? 1 : 0;
  return number == 1 || cell == "no" || cell == "false";
}

bool ReadDecimal(std::string_view cell, int places, std::int64_t& number) {
  return ParseDecimal(cell, places, number) == NumberProblem::kNone;
}

// "5000", "5000 EUR"
std::string_view WithoutCurrency(std::string_view cell, const Type& type) {
  const std::string_view code = CurrencyCode(type.currency);
  return cell.ends_with(code) ? Trim(cell.substr(0, cell.size() - code.size())) : cell;
}

std::string_view WithoutSign(std::string_view cell) {
  return cell.ends_with("%") ? Trim(cell.substr(0, cell.size() - 1)) : cell;
}

}  // namespace

LookupCellReader::LookupCellReader(const Type& type) : type_(type) {
  if (type.kind != TypeKind::kEnum)
    return;
  const auto add = [&](const std::string& text, std::size_t index) {
    const std::string key = type.enumeration->ignoring_case ? FoldCase(text) : text;
    members_.try_emplace(key, static_cast<std::int64_t>(index));
  };
  const std::vector<Enum::Member>& members = type.enumeration->members;
  for (std::size_t i = 0; i < members.size(); ++i)
    add(members[i].name, i);
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (const std::string& label : members[i].labels)
      add(label, i);
  }
}

bool LookupCellReader::Read(std::string_view cell, Arena& arena, Value& value,
                            std::string& problem) const {
  const std::string_view trimmed = Trim(cell);
  if (trimmed.empty()) {
    problem = "the cell is empty";
    return false;
  }
  if (type_.kind == TypeKind::kEnum) {
    if (ReadEnum(trimmed, value))
      return true;
  } else if (IsTextual(type_.kind)) {
    if (ReadText(type_.kind == TypeKind::kText ? cell : trimmed, arena, value))
      return true;
  } else {
    std::int64_t number = 0;
    const bool ranged = IsOrdered(type_.kind);
    if (ReadNumber(trimmed, number) && (!ranged || (number >= type_.low && number <= type_.high))) {
      value = Value::Number(number);
      return true;
    }
  }
  problem = fmt::format("`{}` is not {}", cell, TypeWithRange(type_));
  if (type_.kind == TypeKind::kText)
    problem = fmt::format("the text is longer than {} characters", type_.max_length);
  return false;
}

bool LookupCellReader::ReadEnum(std::string_view cell, Value& value) const {
  const bool fold = type_.enumeration->ignoring_case;
  const auto found = members_.find(fold ? FoldCase(cell) : std::string(cell));
  if (found != members_.end())
    value = Value::Number(found->second);
  return found != members_.end();
}

bool LookupCellReader::ReadNumber(std::string_view cell, std::int64_t& number) const {
  switch (type_.kind) {
    case TypeKind::kYesNo:
      return ReadYesNo(cell, number);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
      return ReadDecimal(cell, type_.places, number);
    case TypeKind::kMoney:
      return ReadDecimal(WithoutCurrency(cell, type_), type_.places, number);
    case TypeKind::kPercent:
      return ReadDecimal(WithoutSign(cell), 2, number);
    case TypeKind::kDate:
      return ParseDate(cell, number);
    case TypeKind::kInstant:
      return ParseInstant(cell, number);
    case TypeKind::kCountry:
      return FromIndex(FindCountry(cell), number);
    case TypeKind::kCurrency:
      return FromIndex(FindCurrency(cell), number);
    case TypeKind::kLanguage: {
      Arena arena;
      return FromIndex(FindLanguage(LowerCase(cell, arena)), number);
    }
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kList:
      return false;
  }
  return false;
}

bool LookupCellReader::ReadText(std::string_view cell, Arena& arena, Value& value) const {
  std::optional<std::string_view> text;
  if (type_.kind == TypeKind::kEmail) {
    text = NormalizeEmail(cell, arena);
  } else if (type_.kind == TypeKind::kDomain) {
    text = NormalizeDomain(cell, arena);
  } else if (type_.kind == TypeKind::kPhone) {
    text = NormalizePhone(cell, arena);
  } else {
    text = NormalizeNfc(cell, arena);
  }
  if (!text || (type_.max_length != 0 && CountCodePoints(*text) > type_.max_length))
    return false;
  value = Value::Text(text->data() == cell.data() ? arena.Copy(*text) : *text);
  return true;
}

}  // namespace lq::check
