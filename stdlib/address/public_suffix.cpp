#include "stdlib/address/public_suffix.h"

#include <array>

namespace lq::stdlib {
namespace {

// Sorted words, each with a space before and behind it.
constexpr std::string_view kRules =
#include "stdlib/address/public_suffixes.inc"
    ;

// A domain has at most 253 characters; a rule made of it at most two more.
constexpr std::size_t kLongestRule = 255;

// Whether the list has the rule `mark` + `rest`, by halving.
bool HasRule(std::string_view mark, std::string_view rest) {
  std::array<char, kLongestRule> buffer;
  mark.copy(buffer.data(), mark.size());
  rest.copy(buffer.data() + mark.size(), rest.size());
  const std::string_view wanted(buffer.data(), mark.size() + rest.size());
  // The rule, if there, begins within [low, high); low is the place behind a space.
  std::size_t low = 1;
  std::size_t high = kRules.size();
  while (low < high) {
    const std::size_t begin = kRules.rfind(' ', low + (high - low) / 2 - 1) + 1;
    const std::size_t end = kRules.find(' ', begin);
    const int order = kRules.substr(begin, end - begin).compare(wanted);
    if (order == 0) {
      return true;
    }
    if (order < 0) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return false;
}

// What stands behind the first dot; empty when there is none.
std::string_view Parent(std::string_view domain) {
  const std::size_t dot = domain.find('.');
  return dot == std::string_view::npos ? std::string_view() : domain.substr(dot + 1);
}

bool IsPublicSuffix(std::string_view domain) {
  const std::string_view parent = Parent(domain);
  // The rule that holds where no other does is `*`: every top-level domain.
  return parent.empty() || HasRule("", domain) || HasRule("*.", parent);
}

}  // namespace

std::string_view RegistrableDomain(std::string_view domain) {
  // From the whole domain to its shorter ends, so the longest rule is met first.
  std::string_view one_label_more = domain;
  for (std::string_view end = domain;; end = Parent(end)) {
    // An exception says that what it names is registrable, though another rule covers it.
    if (HasRule("!", end)) {
      return end;
    }
    if (IsPublicSuffix(end)) {
      return one_label_more;
    }
    one_label_more = end;
  }
}

}  // namespace lq::stdlib
