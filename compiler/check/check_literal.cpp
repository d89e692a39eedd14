#include "compiler/check/check_literal.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/address.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

using syntax::ExprKind;

constexpr LiteralValue kOtherKind{LiteralProblem::kOtherKind, {}};
// Beyond six places nothing is a decimal of the language.
constexpr std::size_t kMostPlaces = 6;

LiteralValue NumberOf(std::string_view text, int places) {
  std::int64_t scaled = 0;
  switch (ParseDecimal(text, places, scaled)) {
    case NumberProblem::kNone:
      return {LiteralProblem::kNone, Value::Number(scaled)};
    case NumberProblem::kNotANumber:
      return kOtherKind;
    case NumberProblem::kTooManyPlaces:
      return {LiteralProblem::kTooManyPlaces, {}};
    case NumberProblem::kTooLarge:
      return {LiteralProblem::kTooLarge, {}};
  }
  return kOtherKind;
}

std::size_t PlacesOf(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

LiteralValue ReadMoney(const syntax::Expr& literal, const Type& type) {
  if (literal.kind != ExprKind::kMoney)
    return kOtherKind;
  const std::optional<std::uint16_t> currency = FindCurrency(literal.unit);
  if (!currency)
    return {LiteralProblem::kUnknownCode, {}};
  if (*currency != type.currency)
    return {LiteralProblem::kOtherCurrency, {}};
  // `5.000 EUR` is five thousand to many who write it.
  if (PlacesOf(literal.text) > type.places)
    return {LiteralProblem::kTooManyPlaces, {}};
  return NumberOf(literal.text, type.places);
}

LiteralValue ReadDate(const syntax::Expr& literal) {
  std::int64_t days = 0;
  if (literal.kind != ExprKind::kDate)
    return kOtherKind;
  if (!ParseDate(literal.text, days))
    return {LiteralProblem::kNoSuchDay, {}};
  return {LiteralProblem::kNone, Value::Number(days)};
}

LiteralValue ReadInstant(const syntax::Expr& literal) {
  std::int64_t milliseconds = 0;
  if (literal.kind != ExprKind::kInstant)
    return kOtherKind;
  if (!ParseInstant(literal.text, milliseconds))
    return {LiteralProblem::kNoSuchDay, {}};
  return {LiteralProblem::kNone, Value::Number(milliseconds)};
}

LiteralValue IndexOf(const std::optional<std::uint16_t>& index) {
  if (!index)
    return {LiteralProblem::kUnknownCode, {}};
  return {LiteralProblem::kNone, Value::Number(*index)};
}

LiteralValue ReadCode(const syntax::Expr& literal, TypeKind kind) {
  if (literal.kind != ExprKind::kCode)
    return kOtherKind;
  if (kind == TypeKind::kCountry)
    return IndexOf(FindCountry(literal.text));
  return IndexOf(kind == TypeKind::kCurrency ? FindCurrency(literal.text)
                                             : FindLanguageCode(literal.text));
}

// A text for an address is brought into the form that intake gives addresses, when it is one.
std::string_view Normalized(std::string_view text, TypeKind kind, Arena& arena) {
  std::optional<std::string_view> address;
  if (kind == TypeKind::kEmail)
    address = NormalizeEmail(text, arena);
  if (kind == TypeKind::kDomain)
    address = NormalizeDomain(text, arena);
  if (kind == TypeKind::kPhone)
    address = NormalizePhone(text, arena);
  return address ? *address : NormalizeNfc(text, arena);
}

LiteralValue ReadText(Context& context, const syntax::Expr& literal, const Type& type) {
  if (literal.kind != ExprKind::kText)
    return kOtherKind;
  const std::string_view text = Normalized(literal.text, type.kind, context.arena());
  const bool limited = type.kind == TypeKind::kText && type.max_length > 0;
  if (limited && CountCodePoints(text) > type.max_length)
    return {LiteralProblem::kTooLong, {}};
  return {LiteralProblem::kNone, Value::Text(context.arena().Copy(text))};
}

std::optional<Type> NumberType(const syntax::Expr& literal, LiteralProblem& problem) {
  const std::size_t places = PlacesOf(literal.text);
  if (places > kMostPlaces) {
    problem = LiteralProblem::kTooManyPlaces;
    return std::nullopt;
  }
  Type type;
  type.kind = places == 0 ? TypeKind::kInteger : TypeKind::kDecimal;
  type.places = static_cast<std::uint8_t>(places);
  return type;
}

std::optional<Type> MoneyType(const syntax::Expr& literal, LiteralProblem& problem) {
  const std::optional<std::uint16_t> currency = FindCurrency(literal.unit);
  if (!currency) {
    problem = LiteralProblem::kUnknownCode;
    return std::nullopt;
  }
  Type type;
  type.kind = TypeKind::kMoney;
  type.currency = *currency;
  type.places = static_cast<std::uint8_t>(CurrencyMinorDigits(*currency));
  return type;
}

std::optional<Type> CodeType(const syntax::Expr& literal, LiteralProblem& problem) {
  Type type;
  if (FindCountry(literal.text)) {
    type.kind = TypeKind::kCountry;
  } else if (FindCurrency(literal.text)) {
    type.kind = TypeKind::kCurrency;
  } else if (FindLanguageCode(literal.text)) {
    type.kind = TypeKind::kLanguage;
  } else {
    problem = LiteralProblem::kUnknownCode;
    return std::nullopt;
  }
  return type;
}

std::optional<Type> TypeOfKind(TypeKind kind) {
  Type type;
  type.kind = kind;
  if (kind == TypeKind::kPercent)
    type.places = 2;
  return type;
}

}  // namespace

std::optional<std::uint16_t> FindLanguageCode(std::string_view code) {
  std::string lower(code);
  for (char& c : lower)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return FindLanguage(lower);
}

bool IsLiteral(const syntax::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kCode:
    case ExprKind::kNumber:
    case ExprKind::kPercent:
    case ExprKind::kMoney:
    case ExprKind::kQuantity:
    case ExprKind::kDate:
    case ExprKind::kInstant:
    case ExprKind::kText:
      return true;
    case ExprKind::kError:
    case ExprKind::kSubject:
    case ExprKind::kName:
    case ExprKind::kPattern:
    case ExprKind::kList:
    case ExprKind::kParens:
    case ExprKind::kCall:
    case ExprKind::kOf:
    case ExprKind::kPlus:
    case ExprKind::kMinus:
    case ExprKind::kTimes:
    case ExprKind::kDividedBy:
    case ExprKind::kPercentOf:
    case ExprKind::kDaysFrom:
    case ExprKind::kDaysSince:
    case ExprKind::kNot:
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kCompare:
      return false;
  }
  return false;
}

const syntax::Expr& Bare(const syntax::Expr& expr) {
  const syntax::Expr* bare = &expr;
  while (bare->kind == ExprKind::kParens && bare->children.size() == 1)
    bare = &bare->children.front();
  return *bare;
}

LiteralValue ReadLiteral(Context& context, const syntax::Expr& literal, const Type& type) {
  switch (type.kind) {
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
      return literal.kind == ExprKind::kNumber ? NumberOf(literal.text, type.places) : kOtherKind;
    case TypeKind::kPercent:
      return literal.kind == ExprKind::kPercent ? NumberOf(literal.text, type.places) : kOtherKind;
    case TypeKind::kMoney:
      return ReadMoney(literal, type);
    case TypeKind::kDate:
      return ReadDate(literal);
    case TypeKind::kInstant:
      return ReadInstant(literal);
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return ReadCode(literal, type.kind);
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return ReadText(context, literal, type);
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kList:
      return kOtherKind;
  }
  return kOtherKind;
}

std::optional<Type> NaturalType(const syntax::Expr& literal, LiteralProblem& problem) {
  problem = LiteralProblem::kNone;
  switch (literal.kind) {
    case ExprKind::kNumber:
      return NumberType(literal, problem);
    case ExprKind::kMoney:
      return MoneyType(literal, problem);
    case ExprKind::kCode:
      return CodeType(literal, problem);
    case ExprKind::kPercent:
      return TypeOfKind(TypeKind::kPercent);
    case ExprKind::kDate:
      return TypeOfKind(TypeKind::kDate);
    case ExprKind::kInstant:
      return TypeOfKind(TypeKind::kInstant);
    case ExprKind::kText: {
      std::optional<Type> type = TypeOfKind(TypeKind::kText);
      type->max_length = std::numeric_limits<std::uint32_t>::max();
      return type;
    }
    case ExprKind::kError:
    case ExprKind::kSubject:
    case ExprKind::kName:
    case ExprKind::kQuantity:
    case ExprKind::kPattern:
    case ExprKind::kList:
    case ExprKind::kParens:
    case ExprKind::kCall:
    case ExprKind::kOf:
    case ExprKind::kPlus:
    case ExprKind::kMinus:
    case ExprKind::kTimes:
    case ExprKind::kDividedBy:
    case ExprKind::kPercentOf:
    case ExprKind::kDaysFrom:
    case ExprKind::kDaysSince:
    case ExprKind::kNot:
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kCompare:
      problem = LiteralProblem::kOtherKind;
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::int64_t> WholeNumber(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return number;
}

std::optional<std::uint16_t> ResolveCurrency(Context& context, std::string_view code, Span span) {
  const std::optional<std::uint16_t> currency = FindCurrency(code);
  if (currency)
    return currency;
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < CurrencyCount(); ++i)
    codes.push_back(CurrencyCode(i));
  Diagnostic& report = context.Report(DiagnosticKind::kUnknownCode, span,
                                      fmt::format("`{}` is no currency of ISO 4217", code));
  if (const std::string_view nearest = NearestName(code, codes); !nearest.empty()) {
    report.help = fmt::format("did you mean `{}`?", nearest);
    report.fixes.push_back({span, std::string(nearest), false});
  }
  return std::nullopt;
}

std::optional<std::int64_t> RangeEnd(Context& context, const syntax::Expr& end, const Type& type) {
  if (end.kind == ExprKind::kError)
    return std::nullopt;
  const bool plain = end.kind == ExprKind::kNumber &&
                     (type.kind == TypeKind::kMoney || type.kind == TypeKind::kPercent);
  const LiteralValue read =
      plain ? NumberOf(end.text, type.places) : ReadLiteral(context, end, type);
  if (read.problem == LiteralProblem::kNone)
    return read.value.number();
  ReportConstant(context, end, read.problem, {&type, {}, {}, {}, Counts::kNothing});
  return std::nullopt;
}

}  // namespace lq::check
