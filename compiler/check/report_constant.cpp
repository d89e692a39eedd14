#include "compiler/check/report_constant.h"

#include <array>

#include <fmt/format.h>

#include "compiler/check/check_enum.h"
#include "compiler/check/check_type.h"
#include "compiler/check/unknown_names.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"

namespace lq::check {
namespace {

using syntax::ExprKind;

constexpr std::size_t kLongestWritten = 60;

// "`annual_budget` is money EUR"
std::string Demand(const Expected& expected) {
  if (expected.counts == Counts::kPoints)
    return fmt::format("{} is counted in points", expected.what);
  if (expected.what.empty())
    return fmt::format("{} must stand here", TypeText(*expected.type));
  return fmt::format("{} is {}", expected.what, TypeText(*expected.type));
}

void AddOrigin(const Context& context, const Expected& expected, Diagnostic& report) {
  if (expected.declared == Span())
    return;
  const std::string at =
      fmt::format("declared at {}", PlaceText(context.sources, expected.declared));
  if (expected.place == Span()) {
    report.secondary.push_back({expected.declared, "declared here"});
  } else if (expected.place.file == expected.declared.file &&
             expected.place.begin == expected.declared.begin) {
    report.secondary.push_back({expected.place, {}});
  } else {
    report.secondary.push_back({expected.place, at});
  }
}

// What kind of thing a literal shows, without its type: "a text", "a number".
std::string_view LiteralText(const syntax::Expr& literal) {
  switch (literal.kind) {
    case ExprKind::kCode:
      return "a code";
    case ExprKind::kNumber:
      return "a number";
    case ExprKind::kPercent:
      return "a percentage";
    case ExprKind::kMoney:
      return "an amount of money";
    case ExprKind::kQuantity:
      return literal.unit == "points" ? "a number of points" : "a length of time";
    case ExprKind::kDate:
      return "a date";
    case ExprKind::kInstant:
      return "an instant";
    case ExprKind::kText:
      return "a text";
    case ExprKind::kList:
      return "a list";
    case ExprKind::kPattern:
      return "a pattern";
    case ExprKind::kName:
      return "a name";
    case ExprKind::kError:
    case ExprKind::kSubject:
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
      return "something else";
  }
  return "something else";
}

std::string Upper(std::string text) {
  for (char& c : text)
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

bool IsNumberText(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

// How the literal reads as a value of the type; empty when that cannot be told.
std::string AsEnum(const syntax::Expr& literal, const Enum& type) {
  if (literal.kind != ExprKind::kText && literal.kind != ExprKind::kCode)
    return {};
  for (const Enum::Member& member : type.members) {
    if (member.name == literal.text || Upper(member.name) == literal.text)
      return member.name;
    for (const std::string& label : member.labels) {
      if (label == literal.text)
        return member.name;
    }
  }
  return {};
}

std::string AsYesNo(const syntax::Expr& literal) {
  constexpr auto kYes =
      std::to_array<std::string_view>({"yes", "true", "Yes", "YES", "TRUE", "on", "1"});
  constexpr auto kNo =
      std::to_array<std::string_view>({"no", "false", "No", "NO", "FALSE", "off", "0"});
  for (const std::string_view text : kYes) {
    if (literal.text == text)
      return "yes";
  }
  for (const std::string_view text : kNo) {
    if (literal.text == text)
      return "no";
  }
  return {};
}

// Hours are no days: the number alone would mean something else.
bool IsOtherUnit(const syntax::Expr& literal) {
  return literal.kind == ExprKind::kQuantity && literal.unit != "days";
}

std::string AsNumber(const syntax::Expr& literal) {
  const bool digits = literal.kind == ExprKind::kText && IsNumberText(literal.text);
  const bool other = literal.kind == ExprKind::kPercent || literal.kind == ExprKind::kMoney ||
                     literal.kind == ExprKind::kQuantity;
  return digits || (other && !IsOtherUnit(literal)) ? literal.text : std::string();
}

std::string AsCode(const syntax::Expr& literal, TypeKind kind) {
  if (literal.kind != ExprKind::kText && literal.kind != ExprKind::kName)
    return {};
  std::string code = Upper(literal.text);
  if (kind == TypeKind::kCountry && FindCountry(code))
    return code;
  if (kind == TypeKind::kCurrency && FindCurrency(code))
    return code;
  if (kind == TypeKind::kLanguage && FindLanguageCode(code))
    return code;
  return {};
}

std::string AsDate(const syntax::Expr& literal) {
  std::int64_t days = 0;
  return literal.kind == ExprKind::kText && ParseDate(literal.text, days) ? literal.text
                                                                          : std::string();
}

std::string AsInstant(const syntax::Expr& literal) {
  if (literal.kind == ExprKind::kDate)
    return literal.text + "T00:00:00Z";
  std::int64_t milliseconds = 0;
  return literal.kind == ExprKind::kText && ParseInstant(literal.text, milliseconds)
             ? literal.text
             : std::string();
}

std::string AsText(const syntax::Expr& literal) {
  const bool word = literal.kind == ExprKind::kName || literal.kind == ExprKind::kCode ||
                    literal.kind == ExprKind::kNumber || literal.kind == ExprKind::kDate;
  return word ? fmt::format("\"{}\"", literal.text) : std::string();
}

// A share below one was meant as a percentage: 0.8 is 80%.
std::string AsPercent(const syntax::Expr& literal) {
  if (literal.kind != ExprKind::kNumber)
    return {};
  constexpr int kPlaces = 6;
  std::int64_t number = 0;
  const bool share = literal.text.starts_with("0.") &&
                     ParseDecimal(literal.text, kPlaces, number) == NumberProblem::kNone;
  if (!share)
    return literal.text + "%";
  std::string percent;
  AppendShortDecimal(number, kPlaces - 2, percent);
  return percent + "%";
}

std::string Rewritten(const syntax::Expr& literal, const Type& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return AsYesNo(literal);
    case TypeKind::kEnum:
      return AsEnum(literal, *type.enumeration);
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return AsText(literal);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
      return AsNumber(literal);
    case TypeKind::kMoney: {
      const bool number = literal.kind == ExprKind::kNumber ||
                          (literal.kind == ExprKind::kText && IsNumberText(literal.text));
      return number ? fmt::format("{} {}", literal.text, CurrencyCode(type.currency))
                    : std::string();
    }
    case TypeKind::kPercent:
      return AsPercent(literal);
    case TypeKind::kDate:
      return AsDate(literal);
    case TypeKind::kInstant:
      return AsInstant(literal);
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return AsCode(literal, type.kind);
    case TypeKind::kList:
      return {};
  }
  return {};
}

// How a constant of the type is written.
std::string Example(const Type& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return "`yes` or `no`";
    case TypeKind::kEnum:
      return type.enumeration->members.empty()
                 ? std::string()
                 : fmt::format("a value such as `{}`", type.enumeration->members[0].name);
    case TypeKind::kText:
      return "a text in quotes, such as `\"abc\"`";
    case TypeKind::kInteger:
      return "a whole number, such as `12`";
    case TypeKind::kDecimal:
      return "a number, such as `1.5`";
    case TypeKind::kMoney:
      return fmt::format("an amount, such as `5000 {}`", CurrencyCode(type.currency));
    case TypeKind::kPercent:
      return "a percentage, such as `80%`";
    case TypeKind::kDate:
      return "a date, such as `2026-07-01`";
    case TypeKind::kInstant:
      return "an instant, such as `2026-07-01T10:00:00Z`";
    case TypeKind::kEmail:
      return "an address in quotes, such as `\"ana@firm.example\"`";
    case TypeKind::kDomain:
      return "a domain in quotes, such as `\"firm.example\"`";
    case TypeKind::kPhone:
      return "a number in quotes, such as `\"+49301234567\"`";
    case TypeKind::kCountry:
      return "a country's code, such as `DE`";
    case TypeKind::kCurrency:
      return "a currency's code, such as `EUR`";
    case TypeKind::kLanguage:
      return "a language's code, such as `EN`";
    case TypeKind::kList:
      return "a list, such as `[…]`";
  }
  return {};
}

void ReportOtherKind(Context& context, const syntax::Expr& literal, const Expected& expected) {
  // `Germany` is no name either, but that is not what must be mended.
  context.diagnostics.Withdraw(DiagnosticKind::kNameSpelling, literal.span);
  Diagnostic& report =
      context.Report(DiagnosticKind::kWrongType, literal.span,
                     fmt::format("{}, but {} is {}", Demand(expected),
                                 Written(context, literal.span), LiteralText(literal)));
  report.primary.text = expected.counts == Counts::kPoints
                            ? std::string("not a number of points")
                            : fmt::format("not {}", TypeText(*expected.type));
  AddOrigin(context, expected, report);
  if (literal.kind == ExprKind::kName && !MissingHelp(literal.text).empty()) {
    report.help = MissingHelp(literal.text);
    return;
  }
  const bool points = expected.counts == Counts::kPoints && literal.kind == ExprKind::kNumber;
  const std::string rewritten =
      points ? literal.text + " points" : Rewritten(literal, *expected.type);
  if (rewritten.empty()) {
    report.help = fmt::format("write {}", Example(*expected.type));
    return;
  }
  report.help = fmt::format("write `{}`", rewritten);
  report.fixes.push_back({literal.span, rewritten, false});
}

void ReportCurrency(Context& context, const syntax::Expr& literal, const Expected& expected) {
  const std::string_view currency = CurrencyCode(expected.type->currency);
  Diagnostic& report = context.Report(DiagnosticKind::kOtherCurrency, literal.span,
                                      fmt::format("{}, but {} is money {}", Demand(expected),
                                                  Written(context, literal.span), literal.unit));
  report.primary.text = "an amount in another currency";
  AddOrigin(context, expected, report);
  report.help = fmt::format("write `{} {}`, or declare a second field in {}", literal.text,
                            currency, literal.unit);
  report.fixes.push_back({literal.span, fmt::format("{} {}", literal.text, currency), false});
}

// "…, but `5999.999 EUR` has more than 2 decimal places"
std::string PlacesText(const Context& context, const syntax::Expr& literal,
                       const Expected& expected) {
  const int places = expected.type->places;
  const std::string written = Written(context, literal.span);
  if (expected.what.empty() && expected.type->kind == TypeKind::kDecimal) {
    return fmt::format("{} has more than {} decimal places", written, places);
  }
  if (places == 0)
    return fmt::format("{}, but {} has decimal places", Demand(expected), written);
  return fmt::format("{}, but {} has more than {} decimal place{}", Demand(expected), written,
                     places, places == 1 ? "" : "s");
}

void ReportPlaces(Context& context, const syntax::Expr& literal, const Expected& expected) {
  Diagnostic& report = context.Report(DiagnosticKind::kTooManyPlaces, literal.span,
                                      PlacesText(context, literal, expected));
  report.notes.push_back("Nothing is ever rounded unless a policy says how.");
  AddOrigin(context, expected, report);
  report.help = "write the number with fewer places";
  const std::size_t point = literal.text.find('.');
  const bool thousands =
      expected.type->kind == TypeKind::kMoney && point <= 3 && literal.text.size() == point + 4;
  if (thousands) {
    report.help =
        fmt::format("for thousands write `{}_{} {}`; else fewer places",
                    literal.text.substr(0, point), literal.text.substr(point + 1), literal.unit);
  }
}

void ReportUnknownCode(Context& context, const syntax::Expr& literal, const Expected& expected) {
  const TypeKind kind = expected.type->kind;
  if (kind == TypeKind::kMoney) {
    ResolveCurrency(context, literal.unit, literal.span);
    return;
  }
  const std::string_view what = kind == TypeKind::kCountry    ? "country of ISO 3166-1"
                                : kind == TypeKind::kCurrency ? "currency of ISO 4217"
                                                              : "language of ISO 639-1";
  Diagnostic& report = context.Report(DiagnosticKind::kUnknownCode, literal.span,
                                      fmt::format("`{}` is no {}", literal.text, what));
  AddOrigin(context, expected, report);
  if (kind == TypeKind::kCountry && literal.text == "UK") {
    report.help = "write `GB`";
    report.fixes.push_back({literal.span, "GB", true});
  } else {
    report.help = fmt::format("write {}", Example(*expected.type));
  }
}

}  // namespace

std::string Written(const Context& context, Span span) {
  std::string text(context.sources.Text(span));
  for (char& c : text)
    c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (text.size() > kLongestWritten) {
    std::size_t cut = kLongestWritten;
    // Not inside a code point.
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
      --cut;
    text = text.substr(0, cut) + "…";
  }
  return fmt::format("`{}`", text);
}

void ReportConstant(Context& context, const syntax::Expr& literal, LiteralProblem problem,
                    const Expected& expected) {
  switch (problem) {
    case LiteralProblem::kNone:
    case LiteralProblem::kReported:
      return;
    case LiteralProblem::kUnknownValue:
      ResolveEnumValue(context, *expected.type->enumeration, {literal.text, literal.span},
                       expected.what);
      return;
    case LiteralProblem::kOtherKind:
      return ReportOtherKind(context, literal, expected);
    case LiteralProblem::kOtherCurrency:
      return ReportCurrency(context, literal, expected);
    case LiteralProblem::kTooManyPlaces:
      return ReportPlaces(context, literal, expected);
    case LiteralProblem::kUnknownCode:
      return ReportUnknownCode(context, literal, expected);
    case LiteralProblem::kTooLong:
      return ReportCannotHold(context, literal.span, expected);
    case LiteralProblem::kTooLarge: {
      Diagnostic& report =
          context.Report(DiagnosticKind::kBadLiteral, literal.span,
                         fmt::format("{} is too large a number", Written(context, literal.span)));
      report.notes.push_back("Numbers have at most 18 digits, decimal places included.");
      return;
    }
    case LiteralProblem::kNoSuchDay: {
      Diagnostic& report =
          context.Report(DiagnosticKind::kBadLiteral, literal.span,
                         fmt::format("{} is not in the calendar", Written(context, literal.span)));
      report.notes.push_back("Dates go from 0001-01-01 to 9999-12-31, written year-month-day.");
      return;
    }
  }
}

Diagnostic& ReportWrongType(Context& context, Span span, const Type& seen,
                            const Expected& expected) {
  const bool money = seen.kind == TypeKind::kMoney && expected.type->kind == TypeKind::kMoney;
  const DiagnosticKind kind = money ? DiagnosticKind::kOtherCurrency : DiagnosticKind::kWrongType;
  Diagnostic& report = context.Report(
      kind, span,
      fmt::format("{}, but {} is {}", Demand(expected), Written(context, span), TypeText(seen)));
  report.primary.text = fmt::format("not {}", TypeText(*expected.type));
  AddOrigin(context, expected, report);
  report.notes.push_back("Values of different types never compare.");
  return report;
}

void ReportCannotHold(Context& context, Span span, const Expected& expected) {
  const std::string whose = expected.what.empty() ? "what must stand here" : expected.what;
  const bool text = IsTextual(expected.type->kind);
  const std::uint32_t length = expected.type->max_length;
  const std::string domain =
      text ? fmt::format("at most {} character{}", length, length == 1 ? "" : "s")
           : TypeWithRange(*expected.type);
  Diagnostic& report = context.Report(
      DiagnosticKind::kCannotHold, span,
      fmt::format("{} is {}, so it can never be {}", whose, domain, Written(context, span)));
  AddOrigin(context, expected, report);
  report.help = text ? "shorten the text, or let the field be longer"
                     : "write a value within the range, or widen the range";
}

}  // namespace lq::check
