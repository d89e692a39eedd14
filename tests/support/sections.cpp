#include "tests/support/sections.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace lq::test {
namespace {

constexpr std::string_view kMarker = "#--- ";

// The next line of `rest`, its line end included, which is taken off `rest`.
std::string_view TakeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::size_t length = end == std::string_view::npos ? rest.size() : end + 1;
  const std::string_view line = rest.substr(0, length);
  rest.remove_prefix(length);
  return line;
}

std::string_view WithoutLineEnd(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

const Section* CaseFile::Find(std::string_view name) const {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const Section& section) { return section.name == name; });
  return found == sections.end() ? nullptr : &*found;
}

void CaseFile::Set(std::string_view name, std::string text) {
  for (Section& section : sections) {
    if (section.name == name) {
      section.text = std::move(text);
      return;
    }
  }
  sections.push_back({std::string(name), std::move(text)});
}

CaseFile ParseCase(std::string_view text) {
  CaseFile file;
  std::string* current = &file.comment;
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (line.starts_with(kMarker)) {
      file.sections.push_back({std::string(WithoutLineEnd(line.substr(kMarker.size()))), ""});
      current = &file.sections.back().text;
    } else {
      current->append(line);
    }
  }
  return file;
}

std::string PrintCase(const CaseFile& file) {
  std::string out = file.comment;
  for (const Section& section : file.sections) {
    out.append(kMarker).append(section.name).append("\n").append(section.text);
    if (!section.text.empty() && section.text.back() != '\n') {
      out.push_back('\n');
    }
  }
  return out;
}

std::string ReadWhole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream out;
  out << stream.rdbuf();
  return out.str();
}

void WriteWhole(const std::filesystem::path& path, std::string_view text) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream << text;
}

std::vector<std::filesystem::path> FilesBelow(const std::filesystem::path& folder,
                                              std::string_view extension) {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::is_directory(folder)) {
    return found;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string FirstDifference(std::string_view expected, std::string_view actual) {
  for (int number = 1; !expected.empty() || !actual.empty(); ++number) {
    const std::string_view left = TakeLine(expected);
    const std::string_view right = TakeLine(actual);
    if (left != right) {
      std::ostringstream out;
      out << "line " << number << "\n  expected: " << WithoutLineEnd(left)
          << "\n  actual:   " << WithoutLineEnd(right);
      return out.str();
    }
  }
  return "";
}

}  // namespace lq::test
