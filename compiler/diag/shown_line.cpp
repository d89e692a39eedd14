#include "compiler/diag/shown_line.h"

#include <algorithm>

namespace lq {
namespace {

constexpr std::size_t kLongestLine = 240;
constexpr std::size_t kKeptBefore = 80;
constexpr std::size_t kKeptAfter = 120;
constexpr std::string_view kCut = "…";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The bytes the lead byte asks for; 0 for one that begins nothing.
std::size_t LengthByLead(unsigned char lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead <= 0xDF)
    return 2;
  if (lead >= 0xE0 && lead <= 0xEF)
    return 3;
  if (lead >= 0xF0 && lead <= 0xF4)
    return 4;
  return 0;
}

// The length of the code point at `at`, 0 when the bytes are broken.
std::size_t CodePointLength(std::string_view text, std::size_t at) {
  const std::size_t length = LengthByLead(static_cast<unsigned char>(text[at]));
  if (length == 0 || at + length > text.size())
    return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!IsContinuation(text[at + i]))
      return 0;
  }
  return length;
}

bool TurnsDirection(std::string_view point) {
  if (point.size() != 3 || point[0] != '\xE2')
    return false;
  const auto middle = static_cast<unsigned char>(point[1]);
  const auto last = static_cast<unsigned char>(point[2]);
  const bool marks =
      middle == 0x80 && (last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE));
  const bool isolates = middle == 0x81 && last >= 0xA6 && last <= 0xA9;
  return marks || isolates;
}

bool IsControl(std::string_view point) {
  const auto first = static_cast<unsigned char>(point[0]);
  if (point.size() == 1)
    return first < 0x20 || first == 0x7F;
  return point.size() == 2 && first == 0xC2 && static_cast<unsigned char>(point[1]) < 0xA0;
}

// Calls f with each piece of the text as it is shown.
template <typename F>
void ForEachShown(std::string_view text, F f) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = CodePointLength(text, i);
    const std::string_view point = text.substr(i, std::max<std::size_t>(1, length));
    i += point.size();
    if (point == "\t") {
      f("    ", 4);
    } else if (length == 0 || IsControl(point) || TurnsDirection(point)) {
      f(kReplacement, 1);
    } else {
      f(point, 1);
    }
  }
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  ForEachShown(text, [&](std::string_view piece, std::size_t) { shown += piece; });
  return shown;
}

std::size_t PrintedWidth(std::string_view text) {
  std::size_t width = 0;
  ForEachShown(text, [&](std::string_view, std::size_t columns) { width += columns; });
  return width;
}

ShownLine::ShownLine(std::string_view line, std::size_t focus) : kept_(line) {
  bool cut_after = false;
  if (line.size() > kLongestLine) {
    focus = std::min(focus, line.size());
    kept_begin_ = focus > kKeptBefore ? focus - kKeptBefore : 0;
    std::size_t end = std::min(line.size(), focus + kKeptAfter);
    while (kept_begin_ < end && IsContinuation(line[kept_begin_]))
      ++kept_begin_;
    while (end < line.size() && IsContinuation(line[end]))
      ++end;
    cut_after = end < line.size();
    kept_ = line.substr(kept_begin_, end - kept_begin_);
  }
  lead_in_ = kept_begin_ > 0 ? 1 : 0;
  if (lead_in_ > 0)
    text_ += kCut;
  text_ += Printable(kept_);
  if (cut_after)
    text_ += kCut;
}

std::size_t ShownLine::Column(std::size_t offset) const {
  if (offset < kept_begin_)
    return 0;
  const std::size_t within = std::min(offset - kept_begin_, kept_.size());
  return lead_in_ + PrintedWidth(kept_.substr(0, within));
}

}  // namespace lq
