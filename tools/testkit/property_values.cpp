#include "tools/testkit/property_values.h"

#include <algorithm>
#include <set>
#include <string>

#include "compiler/counterfactual/candidate_values.h"
#include "compiler/ir/test_suite.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

// Finding what turns takes time for each.
constexpr std::size_t kMostMoments = 8;
// Of a text or list, so many random values are made.
constexpr std::size_t kMostTexts = 32;

std::string Letters(Random& random, std::size_t most) {
  std::string text;
  for (std::size_t i = 1 + random.Below(std::max<std::size_t>(most, 1)); i > 0; --i) {
    text += static_cast<char>('a' + random.Below(26));
  }
  return text;
}

}  // namespace

PropertyValues::PropertyValues(const ir::Program& program, std::span<const bool> toggles,
                               Random& random)
    : program_(program), toggles_(toggles), random_(random) {
  FindMoments();
  texts_.resize(program.schema.fields.size());
  for (std::uint32_t field = 0; field < texts_.size(); ++field) {
    FillTexts(field);
  }
}

void PropertyValues::FindMoments() {
  std::set<std::int64_t> found;
  const auto add_day = [&](std::int64_t day) {
    for (const std::int64_t one : {day - 1, day, day + 1}) {
      if (kFirstDay <= one && one <= kLastDay) {
        found.insert(one * kMillisecondsPerDay);
      }
    }
  };
  for (const ir::Parameter& parameter : program_.parameters) {
    for (const ir::Period& period : parameter.periods) {
      add_day(period.from);
    }
  }
  for (const ir::Expr& expr : program_.exprs) {
    const bool constant = expr.op == ir::ExprOp::kConstant;
    if (constant && expr.type.kind == TypeKind::kDate) {
      add_day(expr.value.number());
    } else if (constant && expr.type.kind == TypeKind::kInstant) {
      found.insert(expr.value.number());
    }
  }
  moments_.assign(found.begin(), found.end());
  random_.Shuffle(moments_);
  moments_.insert(moments_.begin(), ir::Given().as_of);
  moments_.resize(std::min(moments_.size(), kMostMoments));
}

const std::vector<Value>& PropertyValues::Turning(std::size_t moment, std::uint32_t field) {
  if (!turning_.contains(moment)) {
    FillTurning(moment);
  }
  return turning_[moment][field];
}

void PropertyValues::FillTurning(std::size_t moment) {
  std::vector<std::vector<Value>>& all = turning_[moment];
  all.resize(program_.schema.fields.size());
  Lead nothing;
  nothing.fields.assign(all.size(), PossibleAll(Cause::kMissing));
  for (std::uint32_t field = 0; field < all.size(); ++field) {
    for (const CandidateValue& candidate :
         CandidateValues(program_, nothing, {moments_[moment], toggles_, {}}, field, arena_)) {
      if (candidate.value.single()) {
        all[field].push_back(candidate.value.values[0]);
      }
    }
    const Type& type = program_.schema.fields[field].type;
    if (IsOrdered(type.kind) && !all[field].empty()) {
      all[field].push_back(Value::Number(type.low));
      all[field].push_back(Value::Number(type.high));
    }
  }
}

void PropertyValues::FillTexts(std::uint32_t field) {
  const Type& type = program_.schema.fields[field].type;
  if (IsNumeric(type.kind)) {
    return;
  }
  for (std::size_t i = 0; i < kMostTexts; ++i) {
    texts_[field].push_back(type.kind == TypeKind::kList ? AnyList(type) : AnyText(type));
  }
}

Value PropertyValues::AnyText(const Type& type) {
  std::string text;
  switch (type.kind) {
    case TypeKind::kEmail:
      text = Letters(random_, 8) + "@" + Letters(random_, 6) + ".example";
      break;
    case TypeKind::kDomain:
      text = Letters(random_, 8) + ".example";
      break;
    case TypeKind::kPhone:
      text = "+" + std::to_string(random_.Between(1'000'000, 999'999'999'999));
      break;
    case TypeKind::kText:
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
    case TypeKind::kList:
      text = Letters(random_, std::min<std::size_t>(type.max_length, 12));
      break;
  }
  return Value::Text(arena_.Copy(text));
}

Value PropertyValues::AnyList(const Type& type) {
  Type item = ItemType(type);
  item.low = 0;
  item.high = type.element == TypeKind::kEnum
                  ? static_cast<std::int64_t>(type.enumeration->members.size()) - 1
                  : 100;
  item.max_length = item.max_length == 0 ? 12 : item.max_length;
  std::vector<Value> items;
  for (std::size_t i = random_.Below(std::min<std::size_t>(type.max_items, 4) + 1); i > 0; --i) {
    const Value value =
        IsNumeric(item.kind) ? Value::Number(random_.Between(item.low, item.high)) : AnyText(item);
    const bool known = std::any_of(items.begin(), items.end(), [&](const Value& other) {
      return CompareValues(item, other, value) == std::strong_ordering::equal;
    });
    if (!known) {
      items.push_back(value);
    }
  }
  return Value::List(arena_.CopyArray<Value>(items));
}

// Small numbers as often as large ones; dates mostly of these days.
std::int64_t PropertyValues::AnyNumber(const Type& type) {
  const std::int64_t unit = type.kind == TypeKind::kInstant ? kMillisecondsPerDay : 1;
  const bool day = type.kind == TypeKind::kDate || type.kind == TypeKind::kInstant;
  if (day && random_.Chance(80)) {
    const std::int64_t first = DaysFromCivil({1990, 1, 1});
    const std::int64_t last = DaysFromCivil({2040, 1, 1});
    return std::clamp(random_.Between(first, last) * unit, type.low, type.high);
  }
  const std::int64_t any = random_.Between(type.low, type.high);
  if (!IsOrdered(type.kind) || day || random_.Chance(50)) {
    return any;
  }
  const auto above = static_cast<std::uint64_t>(any) - static_cast<std::uint64_t>(type.low);
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(type.low) +
                                   (above >> random_.Below(40)));
}

Value PropertyValues::Any(std::uint32_t field) {
  const Type& type = program_.schema.fields[field].type;
  return IsNumeric(type.kind) ? Value::Number(AnyNumber(type)) : random_.Pick(texts_[field]);
}

std::int64_t PropertyValues::AnyMoment() {
  return random_.Between(DaysFromCivil({2015, 1, 1}), DaysFromCivil({2035, 1, 1})) *
         kMillisecondsPerDay;
}

}  // namespace lq::testkit
