#include "compiler/lint/removal.h"

#include <string_view>

namespace lq::lint {

Span Removable(const SourceMap& sources, Span part) {
  constexpr std::string_view kBlanks = " \t";
  const std::string_view text = sources.file(part.file).text;
  std::size_t begin = part.begin;
  while (begin > 0 && kBlanks.find(text[begin - 1]) != std::string_view::npos)
    --begin;
  std::size_t end = part.end;
  while (end < text.size() &&
         (kBlanks.find(text[end]) != std::string_view::npos || text[end] == '\r'))
    ++end;
  const bool first = begin == 0 || text[begin - 1] == '\n';
  const bool last = end == text.size() || text[end] == '\n';
  // What follows on the line stays where it is.
  if (!last)
    return {part.file, part.begin, part.end};
  if (!first)
    return {part.file, static_cast<std::uint32_t>(begin), part.end};
  if (end < text.size())
    ++end;
  // Of the blank lines on both sides one stays.
  const bool blank_before = begin > 1 && text[begin - 2] == '\n';
  if (blank_before && (end == text.size() || text[end] == '\n'))
    --begin;
  return {part.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace lq::lint
