#include "tests/error_pages/page_example.h"

#include <regex>
#include <sstream>

namespace lq::test {
namespace {

constexpr std::string_view kFence = "```";

// "teams.csv" of the line "Mended, in `teams.csv`:".
std::string FileNamed(const std::string& line) {
  static const std::regex kFile("`([a-z_.]+\\.[a-z]+)`:$");
  std::smatch found;
  return std::regex_search(line, found, kFile) ? found[1].str() : "";
}

// What stands before the fence that ends a block.
std::string TakeBlock(std::istringstream& stream) {
  std::string text;
  for (std::string line; std::getline(stream, line) && line != kFence;) {
    text += line + "\n";
  }
  return text;
}

}  // namespace

PageExamples ParseExamples(std::string_view page) {
  PageExamples examples;
  std::vector<PageBlock>* part = nullptr;
  std::string file;
  std::istringstream stream{std::string(page)};
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("Wrong")) {
      part = &examples.wrong;
    } else if (line.starts_with("Mended")) {
      part = &examples.mended;
    }
    if (part != nullptr && line.starts_with(kFence)) {
      part->push_back({line.substr(kFence.size()), file, TakeBlock(stream)});
    } else if (!line.empty()) {
      file = FileNamed(line);
    }
  }
  return examples;
}

}  // namespace lq::test
