#include "compiler/check/check_given.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/check_type.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

using syntax::ExprKind;

Type DateType() {
  Type type;
  type.kind = TypeKind::kDate;
  type.low = kFirstDay;
  type.high = kLastDay;
  return type;
}

Type InstantType() {
  Type type;
  type.kind = TypeKind::kInstant;
  type.low = kFirstInstant;
  type.high = kLastInstant;
  return type;
}

void ReportGiven(Context& context, Span span, std::string message, std::string label,
                 std::string help) {
  Diagnostic& report = context.Report(DiagnosticKind::kGivenValue, span, std::move(message));
  report.primary.text = std::move(label);
  report.help = std::move(help);
}

void CheckMoment(Context& context, const syntax::Expr& value, bool with_time) {
  const Type type = with_time ? InstantType() : DateType();
  CheckConstant(context, value, {&type, with_time ? "`now`" : "`today`", {}, {}});
}

// Values of these are names or codes, whose numbers nobody writes.
bool IsNamed(TypeKind kind) {
  return kind == TypeKind::kEnum || kind == TypeKind::kYesNo || kind == TypeKind::kCountry ||
         kind == TypeKind::kCurrency || kind == TypeKind::kLanguage || kind == TypeKind::kList;
}

Expected ExpectedOf(const ir::Field& field, const Type& type) {
  return {&type, fmt::format("`{}`", field.path), {}, field.span};
}

// The type without the limits of its domain.
Type Unlimited(Type type) {
  type.low = std::numeric_limits<std::int64_t>::min();
  type.high = std::numeric_limits<std::int64_t>::max();
  type.max_length = std::numeric_limits<std::uint32_t>::max();
  type.max_items = std::numeric_limits<decltype(type.max_items)>::max();
  return type;
}

void CheckBand(Context& context, const syntax::GivenItem& item, const Expected& expected) {
  const Type& type = *expected.type;
  if (!IsOrdered(type.kind)) {
    ReportGiven(context, item.span,
                fmt::format("{} cannot be a band: it is {}", expected.what, TypeText(type)),
                "values of this type have no order", "write one value, or several with `or`");
    return;
  }
  const auto end = [&](const syntax::Expr& expr) -> std::optional<Value> {
    if (expr.kind == ExprKind::kError)
      return std::nullopt;
    return CheckConstant(context, expr, expected);
  };
  const std::optional<Value> low = end(item.low);
  const std::optional<Value> high = end(item.high);
  if (!low || !high || low->number() <= high->number())
    return;
  ReportGiven(
      context, item.span,
      fmt::format("the band {} to {} is empty", ValueText(type, *low), ValueText(type, *high)),
      "its lower end is above its upper end", "write the lower end first");
}

void CheckSource(Context& context, const syntax::Name& source, const ir::Field& field) {
  if (source.text.empty() || field.sources.empty())
    return;
  if (std::find(field.sources.begin(), field.sources.end(), source.text) != field.sources.end()) {
    return;
  }
  const std::vector<std::string_view> names(field.sources.begin(), field.sources.end());
  const std::string_view nearest = NearestName(source.text, names);
  ReportGiven(
      context, source.span, fmt::format("`{}` is no source of `{}`", source.text, field.path),
      nearest.empty() ? "not among its sources" : fmt::format("did you mean `{}`?", nearest),
      fmt::format("name one of {}", Quoted(names)));
}

void CheckAlternatives(Context& context, const syntax::GivenItem& item, const ir::Field& field,
                       const Type& type) {
  for (const syntax::GivenAlternative& alternative : item.alternatives) {
    if (alternative.value.kind != ExprKind::kError) {
      CheckConstant(context, alternative.value, ExpectedOf(field, type));
    }
    CheckSource(context, alternative.from, field);
    if (alternative.at.kind == ExprKind::kDate || alternative.at.kind == ExprKind::kInstant) {
      CheckMoment(context, alternative.at, alternative.at.kind == ExprKind::kInstant);
    }
  }
}

void CheckField(Context& context, const syntax::GivenItem& item, GivenTo to) {
  const std::optional<std::uint32_t> index = ResolveField(context, item.name);
  if (!index || item.missing)
    return;
  const ir::Field& field = context.program->schema.fields[*index];
  // Of an enum, a code or `yes_no` nothing lies beyond the domain.
  const bool limited = to == GivenTo::kTestOfRejection && !IsNamed(field.type.kind);
  const Type type = limited ? Unlimited(field.type) : field.type;
  if (item.is_band) {
    CheckBand(context, item, ExpectedOf(field, type));
  } else {
    CheckAlternatives(context, item, field, type);
  }
}

void CheckToggle(Context& context, const syntax::GivenItem& item) {
  const Entry* entry = Resolve(context, item.name);
  if (entry == nullptr || entry->kind == NameKind::kToggle)
    return;
  ReportGiven(context, item.name.span,
              fmt::format("`{}` is {}, not a toggle", item.name.text, Describe(entry->kind)),
              "a toggle must stand here", "name a toggle of the policy");
}

// Under what key an item may stand once.
std::string KeyOf(const syntax::GivenItem& item) {
  switch (item.kind) {
    case syntax::GivenItem::Kind::kField:
      return std::string(PlainName(item.name.text));
    case syntax::GivenItem::Kind::kToggle:
      return "toggle " + item.name.text;
    case syntax::GivenItem::Kind::kToday:
    case syntax::GivenItem::Kind::kNow:
      return "today";
    case syntax::GivenItem::Kind::kPayload:
      return "payload";
  }
  return {};
}

// A payload says all fields.
void CheckPayloadStandsAlone(Context& context, const syntax::Given& given) {
  using Kind = syntax::GivenItem::Kind;
  const auto is = [](Kind kind) {
    return [kind](const syntax::GivenItem& item) { return item.kind == kind; };
  };
  const auto payload = std::find_if(given.items.begin(), given.items.end(), is(Kind::kPayload));
  const auto field = std::find_if(given.items.begin(), given.items.end(), is(Kind::kField));
  if (payload == given.items.end() || (field == given.items.end() && given.fixture.text.empty()))
    return;
  const Span other = field == given.items.end() ? given.fixture.span : field->span;
  ReportGiven(context, other, "a payload says everything about the lead", "stands beside a payload",
              "leave it out, or list fields without the payload");
}

}  // namespace

void CheckGivenItem(Context& context, const syntax::GivenItem& item, GivenTo to) {
  switch (item.kind) {
    case syntax::GivenItem::Kind::kField:
      return CheckField(context, item, to);
    case syntax::GivenItem::Kind::kToggle:
      return CheckToggle(context, item);
    case syntax::GivenItem::Kind::kToday:
      return CheckMoment(context, item.value, false);
    case syntax::GivenItem::Kind::kNow:
      return CheckMoment(context, item.value, true);
    case syntax::GivenItem::Kind::kPayload:
      if (to != GivenTo::kFixtureOrExample)
        return;
      return ReportGiven(context, item.span, "a payload can be given to a test only",
                         "stands in a fixture or an example", "list the fields it would give");
  }
}

void CheckGivenValue(Context& context, const syntax::GivenItem& item, const Expected& expected) {
  if (item.is_band) {
    CheckBand(context, item, expected);
    return;
  }
  for (const syntax::GivenAlternative& alternative : item.alternatives) {
    if (!alternative.from.text.empty()) {
      ReportGiven(context, alternative.from.span, "what intake made of reports has no source",
                  "not in an expectation", "write the value alone");
    } else if (alternative.value.kind != ExprKind::kError) {
      CheckConstant(context, alternative.value, expected);
    }
  }
}

void CheckGiven(Context& context, const syntax::Given& given, GivenTo to) {
  if (!given.fixture.text.empty())
    context.fixtures.Resolve(context.diagnostics, given.fixture);
  std::unordered_map<std::string, Span> seen;
  for (const syntax::GivenItem& item : given.items) {
    const std::string key = KeyOf(item);
    const auto [first, fresh] = seen.try_emplace(key, item.span);
    if (!fresh && !key.empty())
      ReportTwice(context, item.span, first->second, key);
    CheckGivenItem(context, item, to);
  }
  CheckPayloadStandsAlone(context, given);
}

}  // namespace lq::check
