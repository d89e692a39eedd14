#include "compiler/parse/spelling.h"

namespace lq::parse {
namespace {

constexpr std::size_t kLongestShown = 40;

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char Upper(char c) { return IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string LowerAscii(std::string_view text) {
  std::string lower;
  for (const char c : text)
    lower += Lower(c);
  return lower;
}

std::string AsName(std::string_view text) {
  std::string name;
  char before = '_';
  for (const char c : text) {
    if (IsUpper(c) && (IsLower(before) || IsDigit(before)) && !name.ends_with('_'))
      name += '_';
    before = c;
    const bool stays = IsLower(Lower(c)) || (!name.empty() && (IsDigit(c) || c == '.'));
    if (stays) {
      name += Lower(c);
    } else if (!name.empty() && !name.ends_with('_') && static_cast<unsigned char>(c) < 0x80) {
      name += '_';
    }
  }
  while (name.ends_with('_') || name.ends_with('.'))
    name.pop_back();
  return name;
}

std::string AsCode(std::string_view text) {
  std::string code;
  for (const char c : AsName(text))
    code += c == '.' ? '_' : Upper(c);
  return code;
}

std::string Clip(std::string_view text) {
  if (text.size() <= kLongestShown)
    return std::string(text);
  std::size_t end = kLongestShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace lq::parse
