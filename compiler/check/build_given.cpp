#include "compiler/check/build_given.h"

#include <algorithm>

#include "compiler/check/check_constant.h"
#include "compiler/check/check_payload.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

using syntax::ExprKind;
using syntax::GivenItem;

Value Read(Context& context, const syntax::Expr& expr, const Type& type) {
  return ReadConstant(context, expr, type, Counts::kNothing).value;
}

std::optional<std::int64_t> End(Context& context, const syntax::Expr& expr, const Type& type) {
  if (expr.kind == ExprKind::kError)
    return std::nullopt;
  return Read(context, expr, type).number();
}

// UTC milliseconds of a date or an instant; nothing when none was written.
std::optional<std::int64_t> Moment(Context& context, const syntax::Expr& expr) {
  Type type;
  type.kind = expr.kind == ExprKind::kDate ? TypeKind::kDate : TypeKind::kInstant;
  if (expr.kind != ExprKind::kDate && expr.kind != ExprKind::kInstant)
    return std::nullopt;
  const std::int64_t number = Read(context, expr, type).number();
  return type.kind == TypeKind::kDate ? number * kMillisecondsPerDay : number;
}

void SetField(Context& context, const GivenItem& item, ir::Given& base) {
  const std::optional<std::uint32_t> index = ResolveField(context, item.name);
  if (!index)
    return;
  const Type& type = context.program->schema.fields[*index].type;
  ir::GivenValue value = BuildGivenValue(context, item, type);
  const auto known = std::find_if(base.fields.begin(), base.fields.end(),
                                  [&](const ir::GivenField& one) { return one.field == *index; });
  if (known == base.fields.end()) {
    base.fields.push_back({*index, std::move(value)});
  } else {
    known->value = std::move(value);
  }
}

void SetToggle(const Context& context, const GivenItem& item, ir::Given& base) {
  const std::vector<ir::Toggle>& toggles = context.program->toggles;
  for (std::size_t i = 0; i < toggles.size(); ++i) {
    if (toggles[i].name != item.name.text)
      continue;
    base.toggles[i] = item.toggle_on;
    base.toggles_said[i] = true;
  }
}

}  // namespace

ir::GivenValue BuildGivenValue(Context& context, const GivenItem& item, const Type& type) {
  ir::GivenValue built;
  if (item.missing)
    return built;
  if (item.is_band) {
    built.kind = ir::GivenValue::Kind::kBand;
    built.low = End(context, item.low, type);
    built.high = End(context, item.high, type);
    return built;
  }
  for (const syntax::GivenAlternative& alternative : item.alternatives) {
    const Value value = Read(context, alternative.value, type);
    if (alternative.from.text.empty()) {
      built.kind = ir::GivenValue::Kind::kValues;
      built.values.push_back(value);
    } else {
      built.kind = ir::GivenValue::Kind::kReports;
      built.reports.push_back({value, alternative.from.text, Moment(context, alternative.at)});
    }
  }
  return built;
}

void ApplyGivenItem(Context& context, const GivenItem& item, ir::Given& base) {
  switch (item.kind) {
    case GivenItem::Kind::kField:
      return SetField(context, item, base);
    case GivenItem::Kind::kToggle:
      return SetToggle(context, item, base);
    case GivenItem::Kind::kToday:
    case GivenItem::Kind::kNow:
      base.as_of = Moment(context, item.value).value_or(base.as_of);
      return;
    case GivenItem::Kind::kPayload:
      base.payload = CheckPayload(context, item);
      return;
  }
}

void CheckPayloads(Context& context, const syntax::Given& given) {
  for (const GivenItem& item : given.items) {
    const bool read = !item.value.text.empty() && !item.name.text.empty();
    if (item.kind == GivenItem::Kind::kPayload && read)
      CheckPayload(context, item);
  }
}

ir::Given BuildGiven(Context& context, const syntax::Given& given) {
  // From the fixture that starts from nothing to the given itself.
  std::vector<const syntax::Given*> layers = {&given};
  while (const NameTable::Named* fixture = context.fixtures.Find(layers.back()->fixture.text))
    layers.push_back(&context.fixture_declarations[fixture->index]->given);
  ir::Given built;
  for (const ir::Toggle& toggle : context.program->toggles)
    built.toggles.push_back(toggle.on);
  built.toggles_said.resize(built.toggles.size());
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    for (const GivenItem& item : (*layer)->items)
      ApplyGivenItem(context, item, built);
  }
  return built;
}

}  // namespace lq::check
