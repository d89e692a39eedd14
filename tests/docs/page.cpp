#include "tests/docs/page.h"

#include <sstream>

namespace lq::test {
namespace {

constexpr std::string_view kFence = "```";

// "excerpt of a.lq" of the line `<!-- excerpt of a.lq -->`; empty for any other line.
std::string NoteOf(const std::string& line) {
  if (!line.starts_with("<!-- ") || !line.ends_with(" -->")) {
    return "";
  }
  return line.substr(5, line.size() - 9);
}

}  // namespace

std::vector<PagePart> ParsePage(std::string_view text) {
  std::vector<PagePart> parts(1);
  std::istringstream stream{std::string(text)};
  std::string note;
  for (std::string line; std::getline(stream, line);) {
    const bool fence = line.starts_with(kFence);
    if (fence && !parts.back().is_block) {
      parts.push_back({line.substr(kFence.size()), note, "", true});
    } else if (fence) {
      parts.emplace_back();
    } else {
      parts.back().text += line + "\n";
    }
    note = NoteOf(line);
  }
  return parts;
}

std::string PrintPage(const std::vector<PagePart>& parts) {
  std::string out;
  for (const PagePart& part : parts) {
    out += part.is_block ? "```" + part.language + "\n" + part.text + "```\n" : part.text;
  }
  return out;
}

}  // namespace lq::test
