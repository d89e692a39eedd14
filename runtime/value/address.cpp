#include "runtime/value/address.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <idn2.h>

#include "runtime/value/json_bytes.h"
#include "runtime/value/text.h"
#include "runtime/value/utf8.h"

namespace lq {
namespace {

constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestDomain = 253;
constexpr std::size_t kLongestLabel = 63;

// What is remarkable about a byte, as bits; nothing is about small letters, digits and dots.
enum ByteClass : std::uint8_t {
  kHyphen = 1 << 0,
  kUpper = 1 << 1,
  kNotAscii = 1 << 2,
  kNotInDomain = 1 << 3,
  kNotInLocalPart = 1 << 4,
};

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

constexpr std::uint8_t ClassOf(char c) {
  constexpr std::string_view kForbidden = " \t\n\v\f\r@\"(),:;<>[]\\";
  if (static_cast<std::uint8_t>(c) >= 0x80) {
    return kNotAscii;
  }
  if (IsLower(c) || IsDigit(c) || c == '.') {
    return 0;
  }
  if (IsUpper(c)) {
    return kUpper;
  }
  if (c == '-') {
    return kHyphen;
  }
  if (kForbidden.find(c) == std::string_view::npos) {
    return kNotInDomain;
  }
  return kNotInDomain | kNotInLocalPart;
}

constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    classes[byte] = ClassOf(static_cast<char>(byte));
  }
  return classes;
}();

// The classes of all bytes together.
std::uint8_t ClassesOf(std::string_view text) {
  std::uint8_t seen = 0;
  for (const char c : text) {
    seen |= kClasses[static_cast<std::uint8_t>(c)];
  }
  return seen;
}

char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether a text of letters, digits, hyphens and dots has the labels of a domain.
bool HasDomainLabels(std::string_view text) {
  if (text.size() > kLongestDomain) {
    return false;
  }
  std::size_t labels = 1;
  std::size_t size = 0;
  char before = '.';
  for (const char c : text) {
    if (c == '.') {
      if (size == 0 || size > kLongestLabel || before == '-') {
        return false;
      }
      ++labels;
      size = 0;
    } else {
      if (size == 0 && c == '-') {
        return false;
      }
      ++size;
    }
    before = c;
  }
  return labels >= 2 && size > 0 && size <= kLongestLabel && before != '-';
}

// Whether some label may claim to be an A-label, which UTS 46 must then confirm.
bool MayHaveALabel(std::string_view text) {
  constexpr std::string_view kPrefix = "xn--";
  const auto same = [](char a, char b) { return ToLower(a) == b; };
  return std::search(text.begin(), text.end(), kPrefix.begin(), kPrefix.end(), same) != text.end();
}

std::optional<std::string_view> NormalizeAsciiDomain(std::string_view text, std::uint8_t classes,
                                                     Arena& arena) {
  if ((classes & kNotInDomain) != 0 || !HasDomainLabels(text)) {
    return std::nullopt;
  }
  if ((classes & kUpper) == 0) {
    return text;
  }
  const std::span<char> lower = arena.MakeArray<char>(text.size());
  std::transform(text.begin(), text.end(), lower.begin(), ToLower);
  return std::string_view{lower.data(), lower.size()};
}

// Texts that are longer are no domain: nearly every code point stays, and has at most four bytes.
constexpr std::size_t kLongestUnicodeDomain = 4 * kLongestDomain;

// UTS 46, non-transitional, by libidn2.
std::optional<std::string_view> NormalizeUnicodeDomain(std::string_view text, Arena& arena) {
  const bool has_nul = text.find('\0') != std::string_view::npos;
  if (text.size() > kLongestUnicodeDomain || has_nul) {
    return std::nullopt;
  }
  const std::string input(text);
  char* output = nullptr;
  if (idn2_to_ascii_8z(input.c_str(), &output, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT) != IDN2_OK) {
    return std::nullopt;
  }
  const std::string_view result = arena.Copy(output);
  idn2_free(output);
  return NormalizeAsciiDomain(result, ClassesOf(result), arena);
}

// The bytes of a text of 8 to 63, as bits.
struct PlainBytes {
  std::uint64_t dots = 0;
  std::uint64_t ats = 0;
  // Not zero: there is more than these, small letters and digits.
  std::uint64_t others = 0;

  // Eight bytes from place `at` on.
  void Add(std::string_view text, std::size_t at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    const std::uint64_t ascii = eight & ~json_bytes::kHighBits;
    const std::uint64_t is_dot = Within(ascii, '.', '.');
    const std::uint64_t is_at = Within(ascii, '@', '@');
    const std::uint64_t plain =
        (is_dot | is_at | Within(ascii, 'a', 'z') | Within(ascii, '0', '9')) & ~eight;
    dots |= Gather(is_dot) << at;
    ats |= Gather(is_at) << at;
    others |= ~plain & json_bytes::kHighBits;
  }

 private:
  // Bit 7 of each byte that lies there; the other bits mean nothing.
  static std::uint64_t Within(std::uint64_t ascii, char first, char last) {
    const auto at_least = [ascii](int c) {
      return ascii + json_bytes::kLowBits * static_cast<std::uint64_t>(0x80 - c);
    };
    return at_least(first) & ~at_least(last + 1);
  }
  // Bits 7 of the bytes, side by side.
  static std::uint64_t Gather(std::uint64_t bits) {
    return ((bits & json_bytes::kHighBits) >> 7) * 0x0102040810204080 >> 56;
  }
};

// Whether an address is normal at first sight: short, of small letters, digits and dots alone.
// What is not may be normal all the same.
bool IsPlainEmail(std::string_view text) {
  if (text.size() < 8 || text.size() >= 64 || std::endian::native != std::endian::little)
    return false;
  PlainBytes bytes;
  const std::size_t last = text.size() - 8;
  for (std::size_t at = 0; at < last; at += 8)
    bytes.Add(text, at);
  // Some of these for the second time.
  bytes.Add(text, last);
  const bool has_one_at = bytes.ats != 0 && (bytes.ats & (bytes.ats - 1)) == 0;
  // Labels and the local part end at these, and are not empty.
  const std::uint64_t bounds = bytes.dots | bytes.ats | std::uint64_t{1} << text.size();
  const std::uint64_t in_domain = ~((bytes.ats << 1) - 1);
  return has_one_at && bytes.others == 0 && (bounds & (bounds << 1 | 1)) == 0 &&
         (bytes.dots & in_domain) != 0;
}

bool HasUnicodeWhiteSpace(std::string_view text) {
  while (!text.empty()) {
    if (utf8::IsWhiteSpace(utf8::Take(text))) {
      return true;
    }
  }
  return false;
}

bool IsLocalPart(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.') {
    return false;
  }
  if (text.find("..") != std::string_view::npos) {
    return false;
  }
  if (text.size() > kLongestLocalPart && CountCodePoints(text) > kLongestLocalPart) {
    return false;
  }
  const std::uint8_t classes = ClassesOf(text);
  if ((classes & kNotInLocalPart) != 0) {
    return false;
  }
  return (classes & kNotAscii) == 0 || !HasUnicodeWhiteSpace(text);
}

// E.164: digits without the plus.
constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;

bool IsPhoneDecoration(char c) { return c == ' ' || c == '(' || c == ')' || c == '.' || c == '-'; }

}  // namespace

std::optional<std::string_view> NormalizeDomain(std::string_view text, Arena& arena) {
  const std::uint8_t classes = ClassesOf(text);
  const bool may_have_a_label = (classes & kHyphen) != 0 && MayHaveALabel(text);
  return (classes & kNotAscii) != 0 || may_have_a_label
             ? NormalizeUnicodeDomain(text, arena)
             : NormalizeAsciiDomain(text, classes, arena);
}

std::optional<std::string_view> NormalizeEmail(std::string_view text, Arena& arena) {
  if (IsPlainEmail(text)) {
    return text;
  }
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view local = NormalizeNfc(text.substr(0, at), arena);
  if (!IsLocalPart(local)) {
    return std::nullopt;
  }
  const std::string_view typed_domain = text.substr(at + 1);
  const auto domain = NormalizeDomain(typed_domain, arena);
  if (!domain) {
    return std::nullopt;
  }
  if (local.data() == text.data() && domain->data() == typed_domain.data()) {
    return text;
  }
  const std::span<char> email = arena.MakeArray<char>(local.size() + 1 + domain->size());
  char* const end = std::copy(local.begin(), local.end(), email.data());
  *end = '@';
  std::copy(domain->begin(), domain->end(), end + 1);
  return std::string_view{email.data(), email.size()};
}

std::optional<std::string_view> NormalizePhone(std::string_view text, Arena& arena) {
  std::array<char, kMostDigits + 1> phone{};
  std::size_t size = 0;
  for (const char c : text) {
    if (IsPhoneDecoration(c)) {
      continue;
    }
    const bool fits = size == 0 ? c == '+' : IsDigit(c) && !(size == 1 && c == '0');
    if (!fits || size == phone.size()) {
      return std::nullopt;
    }
    phone[size++] = c;
  }
  if (size < kFewestDigits + 1) {
    return std::nullopt;
  }
  const std::string_view result{phone.data(), size};
  return result == text ? text : arena.Copy(result);
}

}  // namespace lq
