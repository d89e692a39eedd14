#include "compiler/parse/spelling.h"

#include <algorithm>
#include <array>

namespace lq::parse {
namespace {

constexpr std::size_t kLongestShown = 40;

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char Upper(char c) { return IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

struct LookAlike {
  std::string_view seen;
  std::string_view latin;
};

// Letters of other scripts that look like a Latin one, and Latin ones with marks.
constexpr auto kLookAlikes = std::to_array<LookAlike>({
    {"а", "a"},  {"е", "e"},  {"о", "o"},  {"р", "p"},  {"с", "c"},  {"у", "y"},  {"х", "x"},
    {"і", "i"},  {"ј", "j"},  {"ѕ", "s"},  {"к", "k"},  {"м", "m"},  {"т", "t"},  {"в", "b"},
    {"н", "h"},  {"α", "a"},  {"ο", "o"},  {"ν", "v"},  {"ρ", "p"},  {"ä", "ae"}, {"ö", "oe"},
    {"ü", "ue"}, {"ß", "ss"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"à", "a"},  {"á", "a"},
    {"â", "a"},  {"ã", "a"},  {"å", "a"},  {"æ", "ae"}, {"ç", "c"},  {"è", "e"},  {"é", "e"},
    {"ê", "e"},  {"ë", "e"},  {"ì", "i"},  {"í", "i"},  {"î", "i"},  {"ï", "i"},  {"ñ", "n"},
    {"ò", "o"},  {"ó", "o"},  {"ô", "o"},  {"õ", "o"},  {"ø", "o"},  {"ù", "u"},  {"ú", "u"},
    {"û", "u"},  {"ý", "y"},  {"É", "e"},  {"ł", "l"},  {"ś", "s"},  {"š", "s"},  {"ž", "z"},
});

// The letters of a to z that the text means, as far as can be told.
std::string Latin(std::string_view text) {
  std::string latin;
  while (!text.empty()) {
    const auto* known =
        std::find_if(kLookAlikes.begin(), kLookAlikes.end(),
                     [&](const LookAlike& letter) { return text.starts_with(letter.seen); });
    const bool found = known != kLookAlikes.end();
    latin += found ? known->latin : text.substr(0, 1);
    text.remove_prefix(found ? known->seen.size() : 1);
  }
  return latin;
}

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
  for (const char c : Latin(text)) {
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
