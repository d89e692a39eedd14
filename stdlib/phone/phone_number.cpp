#include "stdlib/phone/phone_number.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

namespace lq::stdlib {
namespace {

struct NumberingPlan {
  // Bit n: a number may have n digits, the calling code aside.
  std::uint32_t lengths;
  // Empty for codes of no country (satellites, freephone).
  std::string_view country;
  std::string_view calling_code;
  // Patterns: what is dialled before a number abroad; a number without its code; what is dialled
  // before it at home.
  std::string_view abroad;
  std::string_view number;
  std::string_view trunk;
  // What the trunk pattern and its groups become in the number.
  std::string_view trunk_becomes;
};

constexpr NumberingPlan kPlans[] = {
#include "stdlib/phone/numbering_plans.inc"
};

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// The patterns of a plan.
struct Patterns {
  explicit Patterns(const NumberingPlan& plan)
      : abroad(Piece(plan.abroad)), number(Piece(plan.number)), trunk(Piece(plan.trunk)) {}
  re2::RE2 abroad;
  re2::RE2 number;
  re2::RE2 trunk;
};

// Made when a plan is first asked, for the life of the process.
const Patterns& PatternsOf(const NumberingPlan& plan) {
  static std::array<std::once_flag, std::size(kPlans)> made;
  static std::array<std::unique_ptr<const Patterns>, std::size(kPlans)> patterns;
  const auto index = static_cast<std::size_t>(&plan - kPlans);
  std::call_once(made[index], [&] { patterns[index] = std::make_unique<const Patterns>(plan); });
  return *patterns[index];
}

const NumberingPlan* PlanOfCountry(std::string_view country) {
  const auto found =
      std::find_if(std::begin(kPlans), std::end(kPlans),
                   [&](const NumberingPlan& plan) { return plan.country == country; });
  return found == std::end(kPlans) ? nullptr : &*found;
}

// The plans of the calling code that the digits begin with; no code is the beginning of another.
std::span<const NumberingPlan> PlansOfDigits(std::string_view digits) {
  const auto begins = [&](const NumberingPlan& plan) {
    return digits.starts_with(plan.calling_code);
  };
  const auto first = std::find_if(std::begin(kPlans), std::end(kPlans), begins);
  const auto last = std::find_if_not(first, std::end(kPlans), begins);
  return {first, last};
}

bool Fits(const NumberingPlan& plan, std::string_view number) {
  return number.size() < 32 && (plan.lengths >> number.size() & 1U) != 0 &&
         re2::RE2::FullMatch(Piece(number), PatternsOf(plan).number);
}

// The number without what is dialled before it at home.
std::string WithoutTrunk(const NumberingPlan& plan, std::string_view number) {
  const re2::RE2& trunk = PatternsOf(plan).trunk;
  constexpr int kMostGroups = 4;
  std::array<re2::StringPiece, kMostGroups> groups;
  const int count = std::min(kMostGroups, trunk.NumberOfCapturingGroups() + 1);
  const bool there =
      !plan.trunk.empty() &&
      trunk.Match(Piece(number), 0, number.size(), re2::RE2::ANCHOR_START, groups.data(), count);
  if (!there) {
    return std::string(number);
  }
  std::string rest(number.substr(groups[0].size()));
  const bool becomes = !plan.trunk_becomes.empty() && count > 1 &&
                       groups[static_cast<std::size_t>(count - 1)].data() != nullptr;
  if (becomes) {
    std::string head;
    trunk.Rewrite(&head, Piece(plan.trunk_becomes), groups.data(), count);
    rest.insert(0, head);
  }
  // What is a number as it stands, and would be none without its beginning, has no trunk prefix.
  return Fits(plan, number) && !Fits(plan, rest) ? std::string(number) : rest;
}

std::string Whole(const NumberingPlan& plan, std::string_view number) {
  const std::size_t digits = plan.calling_code.size() + number.size();
  if (digits < kFewestDigits || digits > kMostDigits) {
    return {};
  }
  return "+" + std::string(plan.calling_code) + std::string(number);
}

// Countries that share a code call one another as they call themselves.
bool FitsSome(std::span<const NumberingPlan> plans, std::string_view number) {
  return std::any_of(plans.begin(), plans.end(),
                     [&](const NumberingPlan& one) { return Fits(one, number); });
}

// Digits that begin with a calling code; its main country says what is dialled before the rest.
std::string International(std::string_view digits) {
  const std::span<const NumberingPlan> plans = PlansOfDigits(digits);
  if (plans.empty()) {
    return {};
  }
  const NumberingPlan& main = plans.front();
  const std::string number = WithoutTrunk(main, digits.substr(main.calling_code.size()));
  return FitsSome(plans, number) ? Whole(main, number) : std::string();
}

// The digits behind the prefix for calls abroad, if they begin with it.
std::optional<std::string_view> Abroad(const NumberingPlan& plan, std::string_view digits) {
  re2::StringPiece prefix;
  const re2::RE2& pattern = PatternsOf(plan).abroad;
  const bool there = !plan.abroad.empty() && pattern.Match(Piece(digits), 0, digits.size(),
                                                           re2::RE2::ANCHOR_START, &prefix, 1);
  const std::string_view rest = there ? digits.substr(prefix.size()) : std::string_view();
  return rest.empty() || rest[0] == '0' ? std::nullopt : std::optional(rest);
}

std::string National(const NumberingPlan& plan, std::string_view digits) {
  if (const auto abroad = Abroad(plan, digits)) {
    return International(*abroad);
  }
  const std::string number = WithoutTrunk(plan, digits);
  if (FitsSome(PlansOfDigits(plan.calling_code), number)) {
    return Whole(plan, number);
  }
  // The calling code without the plus.
  return digits.starts_with(plan.calling_code) ? International(digits) : std::string();
}

// The text up to an extension.
std::string_view WithoutExtension(std::string_view text) {
  static const re2::RE2 extension(
      R"((?i)^(.*?\d[\s)]*)[\s,;]*)"
      R"((?:;ext=|extension|ext\b\.?|x|\#|durchwahl|dw\b\.?|poste|int\b\.?))"
      R"([\s:.]*\d{1,7}$)");
  re2::StringPiece number;
  return re2::RE2::FullMatch(Piece(text), extension, &number)
             ? std::string_view(number.data(), number.size())
             : text;
}

// Punctuation of more than one byte that stands within numbers: no-break and narrow spaces, dashes.
constexpr std::string_view kWideMarks[] = {"\u00a0", "\u2009", "\u202f", "\u2010",
                                           "\u2011", "\u2012", "\u2013", "\u2212"};
constexpr std::string_view kMarks = " \t().-/[]~";

// The digits, `+` first where it stands first; nothing when there is anything else.
std::optional<std::string> Digits(std::string_view text) {
  std::string digits;
  while (!text.empty()) {
    const auto mark = std::find_if(std::begin(kWideMarks), std::end(kWideMarks),
                                   [&](std::string_view one) { return text.starts_with(one); });
    if (mark != std::end(kWideMarks)) {
      text.remove_prefix(mark->size());
      continue;
    }
    const char letter = text[0];
    const bool digit = letter >= '0' && letter <= '9';
    if (digit || (letter == '+' && digits.empty())) {
      digits += letter;
    } else if (kMarks.find(letter) == std::string_view::npos) {
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  return digits;
}

}  // namespace

std::string PhoneNumberIn(std::string_view text, std::string_view country) {
  const NumberingPlan* plan = PlanOfCountry(country);
  const std::optional<std::string> digits = Digits(WithoutExtension(text));
  if (plan == nullptr || !digits || digits->empty()) {
    return {};
  }
  return digits->front() == '+' ? International(std::string_view(*digits).substr(1))
                                : National(*plan, *digits);
}

std::vector<std::string_view> CallingCodes() {
  std::vector<std::string_view> codes;
  for (const NumberingPlan& plan : kPlans) {
    if (codes.empty() || codes.back() != plan.calling_code) {
      codes.push_back(plan.calling_code);
    }
  }
  return codes;
}

}  // namespace lq::stdlib
