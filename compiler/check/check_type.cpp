#include "compiler/check/check_type.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "compiler/check/check_literal.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

constexpr std::uint32_t kDefaultLength = 256;
// What intake takes in one text; bodies over 1 MiB are rejected.
constexpr std::int64_t kMostLength = 1'048'576;
constexpr std::int64_t kMostItems = 64;
constexpr int kMostPlaces = 6;
constexpr std::int64_t kHundredPercent = 10'000;

struct KindName {
  std::string_view name;
  TypeKind kind;
};
constexpr auto kKinds = std::to_array<KindName>({
    {"yes_no", TypeKind::kYesNo},
    {"one", TypeKind::kEnum},
    {"text", TypeKind::kText},
    {"integer", TypeKind::kInteger},
    {"decimal", TypeKind::kDecimal},
    {"money", TypeKind::kMoney},
    {"percent", TypeKind::kPercent},
    {"date", TypeKind::kDate},
    {"instant", TypeKind::kInstant},
    {"email", TypeKind::kEmail},
    {"domain", TypeKind::kDomain},
    {"phone", TypeKind::kPhone},
    {"country", TypeKind::kCountry},
    {"currency", TypeKind::kCurrency},
    {"language", TypeKind::kLanguage},
    {"list", TypeKind::kList},
});

// What people used to other systems write, and what it is called here.
struct OtherName {
  std::string_view name;
  std::string_view here;
};
constexpr auto kOtherNames = std::to_array<OtherName>({
    {"bool", "yes_no"},
    {"boolean", "yes_no"},
    {"flag", "yes_no"},
    {"checkbox", "yes_no"},
    {"string", "text"},
    {"varchar", "text"},
    {"int", "integer from A to B"},
    {"number", "integer from A to B"},
    {"float", "decimal 2 places from A to B"},
    {"double", "decimal 2 places from A to B"},
    {"enum", "one of E"},
    {"picklist", "one of E"},
    {"datetime", "instant"},
    {"timestamp", "instant"},
    {"amount", "money EUR from A to B"},
    {"url", "text at most 2000"},
    {"array", "list of text at most 8"},
});

// Empty when no other system calls a type so.
std::string_view NameHere(std::string_view name) {
  for (const OtherName& row : kOtherNames) {
    if (row.name == name)
      return row.here;
  }
  return {};
}

std::optional<TypeKind> KindOf(std::string_view name) {
  for (const KindName& row : kKinds) {
    if (row.name == name)
      return row.kind;
  }
  return std::nullopt;
}

class TypeChecker {
 public:
  TypeChecker(Context& context, const syntax::TypeRef& ref) : context_(context), ref_(ref) {}

  std::optional<Type> Run() {
    const std::optional<TypeKind> kind = KindOf(ref_.name.text);
    if (!kind) {
      ReportUnknownType();
      return std::nullopt;
    }
    type_.kind = *kind;
    const bool good = Details() && RefuseUnusedParts();
    return good ? std::optional(type_) : std::nullopt;
  }

 private:
  bool Details() {
    switch (type_.kind) {
      case TypeKind::kYesNo:
        return SetRange(0, 1);
      case TypeKind::kEnum:
        return OneOf();
      case TypeKind::kText:
        return Length();
      case TypeKind::kInteger:
        return MandatoryRange("integer from 0 to 1000");
      case TypeKind::kDecimal:
        return Places() && MandatoryRange("decimal 2 places from 0 to 1000");
      case TypeKind::kMoney:
        return Currency() && MandatoryRange("money EUR from 0 to 1000000");
      case TypeKind::kPercent:
        return Percent();
      case TypeKind::kDate:
        return SetRange(kFirstDay, kLastDay);
      case TypeKind::kInstant:
        return SetRange(kFirstInstant, kLastInstant);
      case TypeKind::kEmail:
      case TypeKind::kDomain:
      case TypeKind::kPhone:
        return Address();
      case TypeKind::kCountry:
        return SetRange(0, static_cast<std::int64_t>(CountryCount()) - 1);
      case TypeKind::kCurrency:
        return SetRange(0, static_cast<std::int64_t>(CurrencyCount()) - 1);
      case TypeKind::kLanguage:
        return SetRange(0, static_cast<std::int64_t>(LanguageCount()) - 1);
      case TypeKind::kList:
        return List();
    }
    return false;
  }

  bool SetRange(std::int64_t low, std::int64_t high) {
    type_.low = low;
    type_.high = high;
    return true;
  }

  bool OneOf() {
    // A missing name was reported by the parser.
    if (ref_.of.text.empty())
      return false;
    const EnumEntry* entry = ResolveEnum();
    if (entry == nullptr || entry->broken || entry->type->members.empty())
      return false;
    type_.enumeration = entry->type.get();
    return SetRange(0, static_cast<std::int64_t>(entry->type->members.size()) - 1);
  }

  const EnumEntry* ResolveEnum() {
    const auto& enums = context_.scope->enums;
    if (const auto found = enums.find(ref_.of.text); found != enums.end())
      return found->second;
    // A library checked alone may name enums of whatever schema its policy reads.
    if (context_.scope->incomplete || context_.schema == nullptr)
      return nullptr;
    std::vector<std::string_view> names;
    for (const auto& [name, entry] : enums)
      names.push_back(name);
    std::sort(names.begin(), names.end());
    Diagnostic& report = context_.Report(DiagnosticKind::kUnknownName, ref_.of.span,
                                         fmt::format("there is no enum `{}`", ref_.of.text));
    if (const std::string_view nearest = NearestName(ref_.of.text, names); !nearest.empty()) {
      report.primary.text = fmt::format("did you mean `{}`?", nearest);
      report.help = fmt::format("write `one of {}`", nearest);
      report.fixes.push_back({ref_.of.span, std::string(nearest), false});
    } else {
      report.help = fmt::format("declare it: `enum {} of first_value, second_value`", ref_.of.text);
    }
    return nullptr;
  }

  bool Length() {
    type_.max_length = kDefaultLength;
    return !ref_.at_most ||
           Count(*ref_.at_most, 1, kMostLength, "the length of a text", type_.max_length);
  }

  bool Address() {
    // Longest forms: RFC 5321 and RFC 1035; `+` and 15 digits.
    if (type_.kind == TypeKind::kEmail)
      type_.max_length = 64 + 1 + 253;
    if (type_.kind == TypeKind::kDomain)
      type_.max_length = 253;
    if (type_.kind == TypeKind::kPhone)
      type_.max_length = 16;
    return true;
  }

  bool Places() {
    if (!ref_.places)
      return ReportWithout("places", "decimal 2 places from 0 to 1000");
    std::uint32_t places = 0;
    if (!Count(*ref_.places, 0, kMostPlaces, "the number of places", places))
      return false;
    type_.places = static_cast<std::uint8_t>(places);
    return true;
  }

  bool Currency() {
    if (ref_.of.text.empty())
      return ReportWithout("currency", "money EUR from 0 to 1000000");
    const std::optional<std::uint16_t> currency =
        ResolveCurrency(context_, ref_.of.text, ref_.of.span);
    if (!currency)
      return false;
    type_.currency = *currency;
    type_.places = static_cast<std::uint8_t>(CurrencyMinorDigits(*currency));
    return true;
  }

  bool Percent() {
    type_.places = 2;
    return ref_.range.empty() ? SetRange(0, kHundredPercent) : Range();
  }

  bool List() {
    if (ref_.element.empty())
      return ReportWithout("kind of items", "list of text at most 8");
    const std::optional<TypeKind> kind = KindOf(ref_.element.front().name.text);
    if (kind && !MayBeListed(*kind))
      return false;
    const std::optional<Type> element = Element(ref_.element.front());
    if (!element)
      return false;
    type_.element = element->kind;
    type_.enumeration = element->enumeration;
    type_.max_length = element->max_length;
    if (!ref_.at_most)
      return ReportWithout("greatest number of items", "list of text at most 8");
    return Count(*ref_.at_most, 1, kMostItems, "the number of items", type_.max_items);
  }

  // `list of topic_kind` is a list of the enum's values.
  std::optional<Type> Element(const syntax::TypeRef& element) {
    if (KindOf(element.name.text) || !context_.scope->enums.contains(element.name.text)) {
      return TypeChecker(context_, element).Run();
    }
    syntax::TypeRef one_of = element;
    one_of.name.text = "one";
    one_of.of = element.name;
    return TypeChecker(context_, one_of).Run();
  }

  bool MayBeListed(TypeKind kind) {
    if (kind == TypeKind::kEnum || kind == TypeKind::kText || kind == TypeKind::kCountry ||
        kind == TypeKind::kLanguage) {
      return true;
    }
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadType, ref_.element.front().span,
                        fmt::format("there is no list of {}", ref_.element.front().name.text));
    report.notes.push_back("A list holds values of an enum, texts, countries or languages.");
    return false;
  }

  bool MandatoryRange(std::string_view example) {
    if (ref_.range.size() == 2)
      return Range();
    return ReportWithout("range", example);
  }

  bool ReportWithout(std::string_view part, std::string_view example) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadType, ref_.span,
                        fmt::format("this {} does not say its {}", ref_.name.text, part));
    report.help = fmt::format("write it as in `{}`", example);
    return false;
  }

  // The ends of the range are literals of the type.
  bool Range() {
    if (ref_.range.size() != 2)
      return false;
    type_.low = std::numeric_limits<std::int64_t>::min();
    type_.high = std::numeric_limits<std::int64_t>::max();
    const std::optional<std::int64_t> low = RangeEnd(context_, ref_.range[0], type_);
    const std::optional<std::int64_t> high = RangeEnd(context_, ref_.range[1], type_);
    if (!low || !high)
      return false;
    if (*low > *high) {
      Diagnostic& report =
          context_.Report(DiagnosticKind::kBadType, ref_.span, "this range ends before it begins");
      report.help = "write the smaller end first";
      return false;
    }
    return SetRange(*low, *high);
  }

  // A whole number written in the type, from `least` to `most`.
  bool Count(const syntax::Literal& literal, std::int64_t least, std::int64_t most,
             std::string_view what, std::uint32_t& result) {
    const std::optional<std::int64_t> number = WholeNumber(literal.text);
    if (number && *number >= least && *number <= most) {
      result = static_cast<std::uint32_t>(*number);
      return true;
    }
    context_.Report(
        DiagnosticKind::kBadType, literal.span,
        fmt::format("{} goes from {} to {}, but this says {}", what, least, most, literal.text));
    return false;
  }

  bool RefuseUnusedParts() {
    const bool ranged = type_.kind == TypeKind::kInteger || type_.kind == TypeKind::kDecimal ||
                        type_.kind == TypeKind::kMoney || type_.kind == TypeKind::kPercent;
    if (!ref_.range.empty() && !ranged) {
      return ReportUnused(ref_.range.front().span, "range");
    }
    if (ref_.at_most && type_.kind != TypeKind::kText && type_.kind != TypeKind::kList) {
      return ReportUnused(ref_.at_most->span, "greatest length");
    }
    if (ref_.places && type_.kind != TypeKind::kDecimal)
      return ReportUnused(ref_.places->span, "places");
    return true;
  }

  bool ReportUnused(Span span, std::string_view part) {
    Diagnostic& report = context_.Report(
        DiagnosticKind::kBadType, span, fmt::format("the type {} has no {}", ref_.name.text, part));
    report.help = "remove it";
    return false;
  }

  void ReportUnknownType() {
    if (ref_.name.text.empty())
      return;
    Diagnostic& report = context_.Report(DiagnosticKind::kUnknownType, ref_.name.span,
                                         fmt::format("there is no type `{}`", ref_.name.text));
    if (const std::string_view here = NameHere(ref_.name.text); !here.empty()) {
      report.help = fmt::format("write `{}`", here);
      return;
    }
    if (context_.scope->enums.contains(ref_.name.text)) {
      report.help = fmt::format("write `one of {}`", ref_.name.text);
      report.fixes.push_back({ref_.name.span, fmt::format("one of {}", ref_.name.text), true});
      return;
    }
    Suggest(report);
  }

  void Suggest(Diagnostic& report) const {
    std::vector<std::string_view> names;
    for (const KindName& row : kKinds)
      names.push_back(row.name);
    for (const OtherName& row : kOtherNames)
      names.push_back(row.name);
    if (const std::string_view nearest = NearestName(ref_.name.text, names); !nearest.empty()) {
      const std::string_view here = NameHere(nearest);
      report.primary.text = fmt::format("did you mean `{}`?", here.empty() ? nearest : here);
      report.help = fmt::format("write `{}`", here.empty() ? nearest : here);
      if (here.empty())
        report.fixes.push_back({ref_.name.span, std::string(nearest), false});
      return;
    }
    report.notes.push_back(
        "The types are yes_no, one of E, text, integer, decimal, money, percent, date, instant, "
        "email, domain, "
        "phone, country, currency, language and list of T.");
  }

  Context& context_;
  const syntax::TypeRef& ref_;
  Type type_;
};

}  // namespace

std::optional<Type> CheckType(Context& context, const syntax::TypeRef& type) {
  return TypeChecker(context, type).Run();
}

Type OneValueOf(const Type& type) {
  if (type.kind != TypeKind::kList)
    return type;
  Type item = ItemType(type);
  item.max_length = type.max_length;
  if (item.enumeration != nullptr)
    item.high = static_cast<std::int64_t>(item.enumeration->members.size()) - 1;
  if (item.kind == TypeKind::kCountry)
    item.high = static_cast<std::int64_t>(CountryCount()) - 1;
  if (item.kind == TypeKind::kLanguage)
    item.high = static_cast<std::int64_t>(LanguageCount()) - 1;
  return item;
}

}  // namespace lq::check
