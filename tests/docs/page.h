#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lq::test {

// A stretch of a Markdown page: prose, or one fenced block.
struct PagePart {
  // "lq", "console", …; empty for prose, and for a fence without a word.
  std::string language;
  // What an HTML comment on the line before the block says: "file hello/lead.lq", "excerpt of …".
  std::string note;
  // Without the fence's own lines.
  std::string text;
  bool is_block = false;
};

std::vector<PagePart> ParsePage(std::string_view text);
// The inverse of ParsePage.
std::string PrintPage(const std::vector<PagePart>& parts);

}  // namespace lq::test
