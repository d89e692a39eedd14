#include "tests/differential/ordinary_lead.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::test {
namespace {

// Forms have no more digits.
constexpr std::int64_t kMost = 1'000'000'000'000;

std::int64_t NumberOf(const Type& type, Random& random) {
  const std::int64_t low = std::max(type.low, -kMost);
  const std::int64_t high = std::min(type.high, kMost);
  if (random.Chance(20))
    return random.Chance(50) ? low : high;
  return low + static_cast<std::int64_t>(random.Below(static_cast<std::uint64_t>(high - low) + 1));
}

template <std::size_t N>
std::string OneOf(const std::array<std::string_view, N>& texts, Random& random) {
  return fmt::format("\"{}\"", texts[random.Below(N)]);
}

std::string EnumText(const Enum& enumeration, Random& random) {
  const Enum::Member& member = enumeration.members[random.Below(enumeration.members.size())];
  const bool by_label = !member.labels.empty() && random.Chance(30);
  return '"' + (by_label ? member.labels[random.Below(member.labels.size())] : member.name) + '"';
}

std::string ScalarText(const Type& type, Random& random);

std::string ListText(const Type& type, Random& random) {
  std::string items;
  Type item = ItemType(type);
  item.max_length = type.max_length;
  for (std::uint64_t count = random.Below(std::min(type.max_items, 3U) + 1); count > 0; --count)
    items += (items.empty() ? "" : ",") + ScalarText(item, random);
  return '[' + items + ']';
}

std::string WordText(const Type& type, Random& random) {
  std::string text = OneOf<4>({"a", "Graz", "Z\xC3\xBCrich", "Head of Sales"}, random);
  // In bytes, which are no fewer than its characters.
  const bool is_long = type.max_length != 0 && text.size() - 2 > type.max_length;
  return is_long ? "\"a\"" : text;
}

std::string ScalarText(const Type& type, Random& random) {
  std::string text;
  switch (type.kind) {
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      if (random.Chance(50))
        AppendShortDecimal(NumberOf(type, random), type.places, text);
      else
        AppendDecimal(NumberOf(type, random), type.places, text);
      return text;
    case TypeKind::kYesNo:
      return random.Chance(50) ? "true" : "false";
    case TypeKind::kEnum:
      return EnumText(*type.enumeration, random);
    case TypeKind::kText:
      return WordText(type, random);
    case TypeKind::kEmail:
      return OneOf<3>({"ana@firm.example", "Bo.C-D@mail.Firm.EXAMPLE", "x+1@a-b.example"}, random);
    case TypeKind::kDomain:
      return OneOf<2>({"firm.example", "a-b.example"}, random);
    case TypeKind::kPhone:
      return OneOf<2>({"+4312345678", "+49 (30) 123-45.67"}, random);
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      AppendValueJson(type, Value::Number(NumberOf(type, random)), text);
      return text;
    case TypeKind::kList:
      return ListText(type, random);
  }
  return text;
}

// The members of one object.
struct Members {
  struct Member {
    std::string name;
    std::string value;
    std::vector<Member> inner;
  };
  std::vector<Member> all;

  static void Add(std::vector<Member>& members, std::string_view path, std::string value) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    const auto is_it = [&](const Member& member) { return member.name == name; };
    auto found = std::find_if(members.begin(), members.end(), is_it);
    if (found == members.end())
      found = members.insert(members.end(), Member{std::string(name), {}, {}});
    if (dot == std::string_view::npos)
      found->value = std::move(value);
    else
      Add(found->inner, path.substr(dot + 1), std::move(value));
  }
};

std::string Print(std::vector<Members::Member>& members, Random& random, LeadStyle style) {
  if (style == LeadStyle::kAnyOrder)
    random.Shuffle(members);
  const std::string_view space = style != LeadStyle::kSpaced ? ""
                                 : random.Chance(50)         ? " "
                                                             : "\r\n\t ";
  std::string out;
  for (Members::Member& member : members) {
    out += fmt::format("{}{}\"{}\":{}{}", out.empty() ? "" : ",", space, member.name, space,
                       member.inner.empty() ? member.value : Print(member.inner, random, style));
    if (random.Chance(10))
      out += space;
  }
  return '{' + out + '}';
}

}  // namespace

std::string OrdinaryLead(const plan::LeadSchema& schema, Random& random, LeadStyle style) {
  Members members;
  if (random.Chance(30))
    Members::Add(members.all, "$id", random.Chance(50) ? "\"L-17\"" : "45");
  for (const plan::SchemaField& field : schema.fields) {
    if (!field.required && random.Chance(20))
      continue;
    const bool is_null = !field.required && random.Chance(5);
    Members::Add(members.all, field.path, is_null ? "null" : ScalarText(field.type, random));
  }
  return Print(members.all, random, style) + (style == LeadStyle::kSpaced ? "\n" : "");
}

}  // namespace lq::test
