#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"
#include "compiler/parse/slips.h"
#include "compiler/parse/spelling.h"

namespace lq::parse {
namespace {

using syntax::Expr;
using syntax::ExprKind;

Expr Make(ExprKind kind, Span span, std::string text) {
  Expr expr;
  expr.kind = kind;
  expr.span = span;
  expr.text = std::move(text);
  return expr;
}

std::string Plural(std::string_view unit) {
  return unit.ends_with('s') ? std::string(unit) : std::string(unit) + "s";
}

// 12, 5000 EUR, 30 days
Expr ParseNumber(Walk& walk, LqParser::LiteralContext& rule) {
  Expr expr = Make(ExprKind::kNumber, walk.SpanOf(&rule), walk.Number(rule.number).text);
  if (rule.unit == nullptr)
    return expr;
  const bool money = rule.unit->getType() == LqParser::CODE;
  expr.kind = money ? ExprKind::kMoney : ExprKind::kQuantity;
  const std::string_view unit = walk.TextOf(rule.unit);
  const std::string_view currency = CurrencyOfSign(unit);
  expr.unit = !money ? Plural(unit) : currency.empty() ? AsCode(unit) : std::string(currency);
  return expr;
}

Expr ParsePercent(Walk& walk, Span span) {
  std::string digits;
  for (const char c : walk.TextAt(span)) {
    if (c != '_' && c != '%' && c != ' ' && c != '\t')
      digits += c;
  }
  return Make(ExprKind::kPercent, span, std::move(digits));
}

// 2026-07-01T10:00:00Z, with up to three decimals of a second.
bool IsInstant(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
  if (text.size() <= kForm.size())
    return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == 'd' ? !digit : text[i] != kForm[i])
      return false;
  }
  std::string_view rest = text.substr(kForm.size());
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > 3)
      return false;
    rest.remove_prefix(digits);
  }
  return rest == "Z";
}

Expr ParseInstant(Walk& walk, Span span) {
  const std::string_view seen = walk.TextAt(span);
  if (IsInstant(seen))
    return Make(ExprKind::kInstant, span, std::string(seen));
  Diagnostic& report =
      walk.Report(DiagnosticKind::kBadNumber, span, fmt::format("`{}` is no instant", Clip(seen)));
  report.notes.emplace_back(
      "An instant is a date, `T`, hours, minutes and seconds in UTC, and `Z`.");
  report.help = fmt::format("write it like `{}T10:00:00Z`", seen.substr(0, 10));
  return Make(ExprKind::kError, span, {});
}

Expr ParseRegex(Walk& walk, Span span) {
  const std::string_view inner = walk.TextAt({span.file, span.begin + 1, span.end - 1});
  std::string pattern;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const bool escaped = inner[i] == '\\' && i + 1 < inner.size();
    if (escaped && inner[i + 1] != '/')
      pattern += inner[i];
    if (escaped)
      ++i;
    pattern += inner[i];
  }
  return Make(ExprKind::kPattern, span, std::move(pattern));
}

// What the writer of `5EUR`, `30days`, `10k` or `01.07.2026` may have meant; empty when nothing is
// likely.
std::string MeantNumber(std::string_view seen) {
  const std::size_t digits = std::min(seen.find_first_not_of("-0123456789_."), seen.size());
  std::string number(seen.substr(0, digits));
  const std::string_view rest = seen.substr(digits);
  if (std::count(number.begin(), number.end(), '.') > 1) {
    const bool date = number.size() == 10 && number[2] == '.' && number[5] == '.';
    return date ? number.substr(6) + "-" + number.substr(3, 2) + "-" + number.substr(0, 2)
                : std::string();
  }
  if (number.empty() || number.ends_with('.') || number.ends_with('_'))
    return {};
  const std::string lower = LowerAscii(rest);
  if (lower == "k" && number.find('.') == std::string::npos)
    return number + "_000";
  if (lower == "m" && number.find('.') == std::string::npos)
    return number + "_000_000";
  const bool code = rest.size() == 3 && std::all_of(rest.begin(), rest.end(),
                                                    [](char c) { return c >= 'A' && c <= 'Z'; });
  if (code)
    return fmt::format("{} {}", number, rest);
  for (const std::string_view unit : {"point", "day", "hour", "minute", "month", "year"}) {
    if (Plural(lower) == Plural(unit))
      return fmt::format("{} {}", number, lower);
  }
  return {};
}

Expr ParseBadNumber(Walk& walk, Span span) {
  const std::string_view seen = walk.TextAt(span);
  Diagnostic& report =
      walk.Report(DiagnosticKind::kBadNumber, span, fmt::format("`{}` is no number", Clip(seen)));
  report.notes.emplace_back(
      "Numbers look like `12`, `10_000` or `5999.99`, amounts like `5000 EUR`, dates like "
      "`2026-07-01`.");
  const std::string odd = OddNumberHelp(seen);
  if (!odd.empty()) {
    report.help = fmt::format("write {}", odd);
  } else if (const std::string meant = MeantNumber(seen); !meant.empty()) {
    report.help = fmt::format("write `{}`", Clip(meant));
    report.fixes.push_back({span, meant, false});
  }
  return Make(ExprKind::kError, span, {});
}

Expr ParseValueToken(Walk& walk, const antlr4::Token* token) {
  const Span span = walk.SpanOf(token);
  switch (token->getType()) {
    case LqParser::PERCENT:
      return ParsePercent(walk, span);
    case LqParser::DATE:
      return Make(ExprKind::kDate, span, std::string(walk.TextAt(span)));
    case LqParser::INSTANT:
      return ParseInstant(walk, span);
    case LqParser::REGEX:
      return ParseRegex(walk, span);
    case LqParser::CODE:
      return Make(ExprKind::kCode, span, std::string(walk.TextAt(span)));
    default:
      return ParseBadNumber(walk, span);
  }
}

Expr ParseListItem(Walk& walk, LqParser::ListItemContext& rule) {
  if (rule.dotted != nullptr)
    return ParseDotted(walk, rule.dotted);
  if (rule.value != nullptr)
    return ParseLiteral(walk, rule.value);
  return ParseWord(walk, &rule);
}

}  // namespace

Expr ParseLiteral(Walk& walk, LqParser::LiteralContext* rule) {
  if (rule == nullptr)
    return {};
  if (rule->number != nullptr)
    return ParseNumber(walk, *rule);
  if (rule->value != nullptr)
    return ParseValueToken(walk, rule->value);
  LqParser::TextContext* text = rule->quoted;
  if (text == nullptr || text->token == nullptr)
    return Make(ExprKind::kError, walk.SpanOf(rule), {});
  syntax::Literal decoded = walk.Text(text);
  return Make(ExprKind::kText, decoded.span, std::move(decoded.text));
}

Expr ParseWord(Walk& walk, antlr4::ParserRuleContext* rule) {
  if (rule == nullptr || rule->start == nullptr || rule->exception != nullptr)
    return {};
  syntax::Name name = walk.Used(rule);
  const ExprKind kind = name.text.empty() ? ExprKind::kError : ExprKind::kName;
  return Make(kind, name.span, std::move(name.text));
}

Expr ParseDotted(Walk& walk, const antlr4::Token* token) {
  return Make(ExprKind::kName, walk.SpanOf(token), std::string(walk.TextOf(token)));
}

Expr ParseList(Walk& walk, LqParser::ListContext* rule) {
  if (rule == nullptr)
    return {};
  Expr expr = Make(ExprKind::kList, walk.SpanOf(rule), {});
  expr.children.reserve(rule->items.size());
  for (LqParser::ListItemContext* item : rule->items)
    expr.children.push_back(ParseListItem(walk, *item));
  return expr;
}

Expr ParseConstant(Walk& walk, LqParser::ConstantContext* rule) {
  if (rule == nullptr)
    return {};
  if (rule->dotted != nullptr)
    return ParseDotted(walk, rule->dotted);
  if (rule->value != nullptr)
    return ParseLiteral(walk, rule->value);
  if (rule->many != nullptr)
    return ParseList(walk, rule->many);
  return ParseWord(walk, rule);
}

}  // namespace lq::parse
