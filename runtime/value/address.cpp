#include "runtime/value/address.h"

#include <algorithm>
#include <array>

#include <idn2.h>

#include "runtime/value/text.h"
#include "runtime/value/utf8.h"

namespace lq {
namespace {

constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestDomain = 253;
constexpr std::size_t kLongestLabel = 63;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAscii(char c) { return static_cast<std::uint8_t>(c) < 0x80; }
char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool IsLabel(std::string_view label) {
  const auto fits = [](char c) { return IsLower(c) || IsDigit(c) || c == '-'; };
  return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), fits);
}

// A lower-cased ASCII text of at least two labels.
bool IsDomain(std::string_view text) {
  if (text.size() > kLongestDomain) return false;
  std::size_t labels = 0;
  while (true) {
    const std::size_t dot = text.find('.');
    if (!IsLabel(text.substr(0, dot))) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels >= 2;
    text.remove_prefix(dot + 1);
  }
}

// Whether some label may claim to be an A-label, which UTS 46 must then confirm.
bool MayHaveALabel(std::string_view text) {
  constexpr std::string_view kPrefix = "xn--";
  if (text.find("--") == std::string_view::npos) return false;
  const auto same = [](char a, char b) { return ToLower(a) == b; };
  return std::search(text.begin(), text.end(), kPrefix.begin(), kPrefix.end(), same) != text.end();
}

std::optional<std::string_view> NormalizeAsciiDomain(std::string_view text, Arena& arena) {
  if (text.size() > kLongestDomain) return std::nullopt;
  if (std::none_of(text.begin(), text.end(), IsUpper)) {
    return IsDomain(text) ? std::optional(text) : std::nullopt;
  }
  const std::span<char> lower = arena.MakeArray<char>(text.size());
  std::transform(text.begin(), text.end(), lower.begin(), ToLower);
  const std::string_view result{lower.data(), lower.size()};
  return IsDomain(result) ? std::optional(result) : std::nullopt;
}

// Texts that are longer are no domain: nearly every code point stays, and has at most four bytes.
constexpr std::size_t kLongestUnicodeDomain = 4 * kLongestDomain;

// UTS 46, non-transitional, by libidn2.
std::optional<std::string_view> NormalizeUnicodeDomain(std::string_view text, Arena& arena) {
  const bool has_nul = text.find('\0') != std::string_view::npos;
  if (text.size() > kLongestUnicodeDomain || has_nul) return std::nullopt;
  const std::string input(text);
  char* output = nullptr;
  if (idn2_to_ascii_8z(input.c_str(), &output, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT) != IDN2_OK) {
    return std::nullopt;
  }
  const std::string_view result = arena.Copy(output);
  idn2_free(output);
  return NormalizeAsciiDomain(result, arena);
}

// One code point of an unquoted local part, the dot apart.
bool IsLocal(char32_t c) {
  constexpr std::u32string_view kForbidden = U"@\"(),:;<>[]\\";
  return !utf8::IsWhiteSpace(c) && kForbidden.find(c) == std::u32string_view::npos;
}

bool IsLocalPart(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  if (CountCodePoints(text) > kLongestLocalPart) return false;
  while (!text.empty()) {
    if (!IsLocal(utf8::Take(text))) return false;
  }
  return true;
}

// E.164: digits without the plus.
constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;

bool IsPhoneDecoration(char c) { return c == ' ' || c == '(' || c == ')' || c == '.' || c == '-'; }

}  // namespace

std::optional<std::string_view> NormalizeDomain(std::string_view text, Arena& arena) {
  const bool ascii = std::all_of(text.begin(), text.end(), IsAscii);
  return ascii && !MayHaveALabel(text) ? NormalizeAsciiDomain(text, arena)
                                       : NormalizeUnicodeDomain(text, arena);
}

std::optional<std::string_view> NormalizeEmail(std::string_view text, Arena& arena) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view local = NormalizeNfc(text.substr(0, at), arena);
  if (!IsLocalPart(local)) return std::nullopt;
  const std::string_view typed_domain = text.substr(at + 1);
  const auto domain = NormalizeDomain(typed_domain, arena);
  if (!domain) return std::nullopt;
  if (local.data() == text.data() && domain->data() == typed_domain.data()) return text;
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
    if (IsPhoneDecoration(c)) continue;
    const bool fits = size == 0 ? c == '+' : IsDigit(c) && !(size == 1 && c == '0');
    if (!fits || size == phone.size()) return std::nullopt;
    phone[size++] = c;
  }
  if (size < kFewestDigits + 1) return std::nullopt;
  const std::string_view result{phone.data(), size};
  return result == text ? text : arena.Copy(result);
}

}  // namespace lq
