#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lq::test {

// A fenced block of a page.
struct PageBlock {
  // "console", "csv"; empty for LQ.
  std::string language;
  // The file whose name ends the line above, "in `teams.csv`:"; empty when none does.
  std::string file;
  std::string text;
};

// What a page shows as wrong and as mended: the blocks that follow the lines with these words.
struct PageExamples {
  std::vector<PageBlock> wrong;
  std::vector<PageBlock> mended;
};

PageExamples ParseExamples(std::string_view page);

}  // namespace lq::test
