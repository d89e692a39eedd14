#include "compiler/schema/any_case.h"

#include <map>
#include <vector>

#include "runtime/value/text.h"

namespace lq::schema {
namespace {

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

std::string Utf8(std::uint32_t point) {
  std::string out;
  if (point < 0x80) {
    return {static_cast<char>(point)};
  }
  const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  constexpr unsigned kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[more] | (point >> (6 * more)));
  for (int i = more - 1; i >= 0; --i) {
    out += static_cast<char>(0x80 | ((point >> (6 * i)) & 0x3F));
  }
  return out;
}

// Folded character to all that fold to it, where there are several.
using Variants = std::map<std::string, std::vector<std::string>, std::less<>>;

Variants FindVariants() {
  Variants variants;
  for (std::uint32_t point = 0; point <= kLastCodePoint; ++point) {
    const bool surrogate = 0xD800 <= point && point <= 0xDFFF;
    const std::string character = surrogate ? "" : Utf8(point);
    const std::string folded = FoldCase(character);
    if (folded != character) {
      variants[folded].push_back(character);
    }
  }
  return variants;
}

bool IsSyntax(char c) {
  return std::string_view(R"(\^$.|?*+()[]{}/-)").find(c) != std::string_view::npos;
}

}  // namespace

std::string AnyCasePattern(std::string_view text) {
  static const Variants kVariants = FindVariants();
  const std::string folded = FoldCase(text);
  std::string pattern;
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = begin + 1;
    while (end < folded.size() && (static_cast<unsigned char>(folded[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    const std::string character = folded.substr(begin, end - begin);
    const auto found = kVariants.find(character);
    if (found == kVariants.end()) {
      pattern += character.size() == 1 && IsSyntax(character[0]) ? "\\" + character : character;
    } else {
      pattern += "[" + character;
      for (const std::string& variant : found->second) {
        pattern += variant;
      }
      pattern += "]";
    }
    begin = end;
  }
  return pattern;
}

}  // namespace lq::schema
