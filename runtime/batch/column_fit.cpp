#include "runtime/batch/column_fit.h"

namespace lq::batch {
namespace {

bool IsText(ArrowKind kind) { return kind == ArrowKind::kText || kind == ArrowKind::kTextView; }
bool IsNumber(ArrowKind kind) {
  return kind == ArrowKind::kInteger || kind == ArrowKind::kDecimal || kind == ArrowKind::kFloat;
}

bool FitsList(const ColumnType& column) {
  if (column.type.kind != ArrowKind::kList)
    return false;
  const ArrowKind items = column.below.front().values().type.kind;
  return IsText(items) || items == ArrowKind::kNull;
}

}  // namespace

bool Fits(const Type& field, const ColumnType& column) {
  const ArrowType& type = column.values().type;
  const ArrowKind kind = type.kind;
  if (kind == ArrowKind::kNull)
    return true;
  switch (field.kind) {
    case TypeKind::kYesNo:
      return kind == ArrowKind::kBool || IsText(kind);
    case TypeKind::kInteger:
      return IsNumber(kind);
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      return IsNumber(kind) || IsText(kind);
    case TypeKind::kDate:
      return kind == ArrowKind::kDate || IsText(kind);
    case TypeKind::kInstant:
      return (kind == ArrowKind::kTimestamp && type.has_zone) || IsText(kind);
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return IsText(kind);
    case TypeKind::kList:
      return FitsList(column);
  }
  return false;
}

bool FitsId(const ColumnType& column) {
  const ArrowKind kind = column.values().type.kind;
  return kind == ArrowKind::kNull || kind == ArrowKind::kInteger || IsText(kind);
}

bool FitsJson(const ColumnType& column) {
  const ArrowKind kind = column.values().type.kind;
  return kind == ArrowKind::kNull || IsText(kind);
}

std::string FittingText(const Type& field) {
  switch (field.kind) {
    case TypeKind::kYesNo:
      return "a bool column, or texts `yes` and `no`";
    case TypeKind::kInteger:
      return "an integer, decimal or float column";
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      return "an integer, decimal or float column, or texts of numbers";
    case TypeKind::kDate:
      return "a date32 or date64 column, or texts such as `2026-07-01`";
    case TypeKind::kInstant:
      return "a timestamp column with a zone (UTC), or texts such as `2026-07-01T10:00:00Z`";
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return "a utf8 column, plain or a dictionary";
    case TypeKind::kList:
      return "a list column of utf8, plain or a dictionary";
  }
  return {};
}

}  // namespace lq::batch
