#include "tests/differential/generator/expressions.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "runtime/value/number.h"

namespace lq::test {
namespace {

constexpr std::int64_t kMostRange = 1'000'000'000'000;

std::vector<Operand> OperandsOf(const Draft& draft, TypeKind kind) {
  std::vector<Operand> found;
  for (const Operand& operand : draft.operands) {
    const bool readable =
        operand.kind == Operand::Kind::kField || operand.kind == Operand::Kind::kDerived;
    if (readable && operand.type.kind == kind) {
      found.push_back(operand);
    }
  }
  return found;
}

Operand Expression(std::string text, TypeModel type, bool optional) {
  Operand result;
  result.kind = Operand::Kind::kExpression;
  result.text = std::move(text);
  result.type = std::move(type);
  result.optional = optional;
  return result;
}

TypeModel IntegerType(std::int64_t low, std::int64_t high) {
  TypeModel type;
  type.kind = TypeKind::kInteger;
  type.low = low;
  type.high = high;
  return type;
}

TypeModel WithRange(TypeModel type, std::int64_t low, std::int64_t high) {
  type.low = std::min(low, high);
  type.high = std::max(low, high);
  return type;
}

std::string Rounding(Draft& draft, RoundingMode& mode) {
  const std::size_t which = draft.random.Below(3);
  mode = which == 0   ? RoundingMode::kHalfEven
         : which == 1 ? RoundingMode::kDown
                      : RoundingMode::kUp;
  const std::string_view word = which == 0 ? "half_even" : which == 1 ? "down" : "up";
  draft.coverage.Count("rounding " + std::string(word));
  return " rounding " + std::string(word);
}

// Another operand of the same type, or a constant of it.
Operand Partner(Draft& draft, const Operand& x) {
  std::vector<Operand> partners;
  for (const Operand& operand : OperandsOf(draft, x.type.kind)) {
    if (SameKind(operand.type, x.type)) {
      partners.push_back(operand);
    }
  }
  if (!partners.empty() && draft.Chance(60)) {
    return draft.random.Pick(partners);
  }
  const ModelValue value = RandomValue(x.type, draft.random);
  return Expression(LiteralText(x.type, value), WithRange(x.type, value.number, value.number),
                    false);
}

Operand Plus(Draft& draft, const Operand& x) {
  const Operand y = Partner(draft, x);
  draft.coverage.Count("expression plus");
  return Expression(x.text + " plus " + y.text,
                    WithRange(x.type, x.type.low + y.type.low, x.type.high + y.type.high),
                    x.optional || y.optional);
}

Operand Minus(Draft& draft, const Operand& x) {
  const Operand y = Partner(draft, x);
  draft.coverage.Count("expression minus");
  return Expression(x.text + " minus " + y.text,
                    WithRange(x.type, x.type.low - y.type.high, x.type.high - y.type.low),
                    x.optional || y.optional);
}

Operand Times(Draft& draft, const Operand& x) {
  const std::int64_t factor = draft.random.Between(-3, 9);
  draft.coverage.Count("expression times");
  return Expression(x.text + " times " + std::to_string(factor),
                    WithRange(x.type, x.type.low * factor, x.type.high * factor), x.optional);
}

Operand DividedBy(Draft& draft, const Operand& x) {
  const std::int64_t divisor = draft.random.Between(2, 12) * (draft.Chance(20) ? -1 : 1);
  RoundingMode mode = RoundingMode::kDown;
  const std::string rounding = Rounding(draft, mode);
  draft.coverage.Count("expression divided by");
  return Expression(x.text + " divided by " + std::to_string(divisor) + rounding,
                    WithRange(x.type, DivideRounded(x.type.low, divisor, mode),
                              DivideRounded(x.type.high, divisor, mode)),
                    x.optional);
}

Operand PercentOf(Draft& draft, const Operand& x) {
  const std::int64_t percent = draft.random.Between(1, 200) * 50;
  RoundingMode mode = RoundingMode::kDown;
  const std::string rounding = Rounding(draft, mode);
  TypeModel percents;
  percents.kind = TypeKind::kPercent;
  draft.coverage.Count("expression percent of");
  return Expression(LiteralText(percents, {percent, "", {}}) + " of " + x.text + rounding,
                    WithRange(x.type, DivideRounded(Int128{x.type.low} * percent, 10'000, mode),
                              DivideRounded(Int128{x.type.high} * percent, 10'000, mode)),
                    x.optional);
}

Operand MinOrMax(Draft& draft, const Operand& x) {
  const Operand y = Partner(draft, x);
  const bool least = draft.Chance(50);
  const std::string name = least ? "min_of" : "max_of";
  draft.coverage.Count("function " + name);
  const auto pick = [&](std::int64_t a, std::int64_t b) {
    return least ? std::min(a, b) : std::max(a, b);
  };
  return Expression(name + "(" + x.text + ", " + y.text + ")",
                    WithRange(x.type, pick(x.type.low, y.type.low), pick(x.type.high, y.type.high)),
                    x.optional || y.optional);
}

Operand Abs(Draft& draft, const Operand& x) {
  const bool spans_zero = x.type.low < 0 && x.type.high > 0;
  const std::int64_t a = std::abs(x.type.low);
  const std::int64_t b = std::abs(x.type.high);
  draft.coverage.Count("function abs");
  return Expression("abs(" + x.text + ")",
                    WithRange(x.type, spans_zero ? 0 : std::min(a, b), std::max(a, b)), x.optional);
}

std::optional<Operand> Numeric(Draft& draft) {
  std::vector<Operand> operands;
  for (const TypeKind kind :
       {TypeKind::kInteger, TypeKind::kDecimal, TypeKind::kMoney, TypeKind::kPercent}) {
    for (const Operand& operand : OperandsOf(draft, kind)) {
      if (operand.type.low > -kMostRange && operand.type.high < kMostRange) {
        operands.push_back(operand);
      }
    }
  }
  if (operands.empty()) {
    return std::nullopt;
  }
  const Operand& x = draft.random.Pick(operands);
  using Maker = Operand (*)(Draft&, const Operand&);
  const std::vector<Maker> makers = {Plus, Minus, Times, DividedBy, PercentOf, MinOrMax, Abs};
  return draft.random.Pick(makers)(draft, x);
}

// An operand, or `today` where that is one.
std::optional<Operand> DateOperand(Draft& draft, bool or_today) {
  std::vector<Operand> dates = OperandsOf(draft, TypeKind::kDate);
  if (or_today && (dates.empty() || draft.Chance(20))) {
    Operand today = Expression("today", {}, false);
    today.type.kind = TypeKind::kDate;
    today.type.low = kFirstDay;
    today.type.high = kLastDay;
    draft.coverage.Count("expression today");
    return today;
  }
  return dates.empty() ? std::nullopt : std::optional<Operand>(draft.random.Pick(dates));
}

Operand Shifted(Draft& draft, const Operand& x, const std::vector<std::string>& units) {
  const std::string& unit = draft.random.Pick(units);
  draft.coverage.Count("shift " + unit);
  const std::string sign(draft.Pick({"plus", "minus"}));
  const std::int64_t amount = draft.random.Between(1, 40);
  const std::string shown =
      amount == 1 && draft.Chance(50) ? unit.substr(0, unit.size() - 1) : unit;
  return Expression(x.text + " " + sign + " " + std::to_string(amount) + " " + shown, x.type,
                    x.optional);
}

Operand DatePart(Draft& draft, const Operand& date) {
  switch (draft.random.Below(4)) {
    case 0:
      draft.coverage.Count("expression year of");
      return Expression("year of " + date.text, IntegerType(1, 9999), date.optional);
    case 1:
      draft.coverage.Count("function year");
      return Expression("year(" + date.text + ")", IntegerType(1, 9999), date.optional);
    case 2:
      draft.coverage.Count("function month");
      return Expression("month(" + date.text + ")", IntegerType(1, 12), date.optional);
    default:
      break;
  }
  TypeModel weekday;
  weekday.kind = TypeKind::kEnum;
  weekday.enum_name = "weekday";
  weekday.names = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  weekday.labels.resize(7);
  weekday.high = 6;
  draft.coverage.Count("function weekday");
  return Expression("weekday(" + date.text + ")", weekday, date.optional);
}

std::optional<Operand> Dates(Draft& draft) {
  const std::optional<Operand> date = DateOperand(draft, false);
  if (!date.has_value()) {
    return std::nullopt;
  }
  if (draft.Chance(30)) {
    return Shifted(draft, *date, {"days", "months", "years"});
  }
  if (draft.Chance(50)) {
    return DatePart(draft, *date);
  }
  const std::int64_t span = kLastDay - kFirstDay;
  if (draft.Chance(50)) {
    draft.coverage.Count("expression days since");
    return Expression("days since " + date->text, IntegerType(-span, span), date->optional);
  }
  const std::optional<Operand> other = DateOperand(draft, true);
  draft.coverage.Count("expression days from");
  return Expression("days from " + date->text + " to " + other->text, IntegerType(-span, span),
                    date->optional || other->optional);
}

std::optional<Operand> Instants(Draft& draft) {
  const std::vector<Operand> instants = OperandsOf(draft, TypeKind::kInstant);
  if (instants.empty()) {
    return std::nullopt;
  }
  return Shifted(draft, draft.random.Pick(instants),
                 {"days", "months", "years", "hours", "minutes"});
}

TypeModel TextOfLength(std::size_t most) {
  TypeModel type;
  type.kind = TypeKind::kText;
  type.max_length = most;
  return type;
}

Operand TextFunction(Draft& draft, const Operand& text) {
  const std::string_view name =
      draft.Pick({"prefix", "suffix", "lower", "trim", "words", "length", "length of"});
  draft.coverage.Count("function " + std::string(name));
  const auto most = static_cast<std::int64_t>(text.type.max_length);
  if (name == "length of") {
    return Expression("length of " + text.text, IntegerType(0, most), text.optional);
  }
  const std::string call = std::string(name) + "(" + text.text;
  if (name == "prefix" || name == "suffix") {
    const std::int64_t n = draft.random.Between(1, 5);
    return Expression(call + ", " + std::to_string(n) + ")",
                      TextOfLength(static_cast<std::size_t>(std::min(n, most))), text.optional);
  }
  if (name == "lower" || name == "trim") {
    return Expression(call + ")", TextOfLength(text.type.max_length), text.optional);
  }
  return Expression(call + ")", IntegerType(0, most), text.optional);
}

Operand AddressFunction(Draft& draft, const Operand& address) {
  if (address.type.kind == TypeKind::kPhone) {
    draft.coverage.Count("function calling_code");
    return Expression("calling_code(" + address.text + ")", IntegerType(1, 999), address.optional);
  }
  TypeModel domain;
  domain.kind = TypeKind::kDomain;
  if (address.type.kind == TypeKind::kDomain) {
    draft.coverage.Count("function registrable_domain");
    return Expression("registrable_domain(" + address.text + ")", domain, address.optional);
  }
  switch (draft.random.Below(3)) {
    case 0:
      draft.coverage.Count("expression domain of");
      return Expression("domain of " + address.text, domain, address.optional);
    case 1:
      draft.coverage.Count("function domain");
      return Expression("domain(" + address.text + ")", domain, address.optional);
    default:
      draft.coverage.Count("function local_part");
      return Expression("local_part(" + address.text + ")", TextOfLength(64), address.optional);
  }
}

std::optional<Operand> Texts(Draft& draft) {
  std::vector<Operand> operands;
  for (const TypeKind kind :
       {TypeKind::kText, TypeKind::kEmail, TypeKind::kDomain, TypeKind::kPhone}) {
    const std::vector<Operand> some = OperandsOf(draft, kind);
    operands.insert(operands.end(), some.begin(), some.end());
  }
  if (operands.empty()) {
    return std::nullopt;
  }
  const Operand& text = draft.random.Pick(operands);
  return text.type.kind == TypeKind::kText ? TextFunction(draft, text)
                                           : AddressFunction(draft, text);
}

// A field under another name.
std::optional<Operand> Alias(Draft& draft) {
  std::vector<Operand> fields;
  for (const Operand& operand : draft.operands) {
    if (operand.kind == Operand::Kind::kField && operand.type.kind != TypeKind::kList) {
      fields.push_back(operand);
    }
  }
  if (fields.empty()) {
    return std::nullopt;
  }
  const Operand& field = draft.random.Pick(fields);
  draft.coverage.Count("expression field");
  return Expression(field.text, field.type, field.optional);
}

}  // namespace

std::optional<Operand> RandomExpression(Draft& draft) {
  switch (draft.random.Below(8)) {
    case 0:
    case 1:
      return Dates(draft);
    case 2:
      return Instants(draft);
    case 3:
    case 4:
      return Texts(draft);
    case 5:
      return Alias(draft);
    default:
      return Numeric(draft);
  }
}

}  // namespace lq::test
