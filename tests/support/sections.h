#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lq::test {

// A part of a case file: what stands between the line `#--- NAME` and the next such line.
struct Section {
  std::string name;
  std::string text;
};

// A case file of tests/language or tests/cli: a comment, then sections, as they stand on disk.
struct CaseFile {
  std::string comment;
  std::vector<Section> sections;

  // Null when there is none of that name.
  const Section* Find(std::string_view name) const;
  // Replaces a section's text, or appends the section.
  void Set(std::string_view name, std::string text);
};

CaseFile ParseCase(std::string_view text);
// The inverse of ParseCase; every section ends with a line end.
std::string PrintCase(const CaseFile& file);

std::string ReadWhole(const std::filesystem::path& path);
void WriteWhole(const std::filesystem::path& path, std::string_view text);

// Every regular file below `folder` with that extension (".lq"), sorted.
std::vector<std::filesystem::path> FilesBelow(const std::filesystem::path& folder,
                                              std::string_view extension);

// Where two texts part: the number of the first differing line and both lines; empty when they are
// equal.
std::string FirstDifference(std::string_view expected, std::string_view actual);

}  // namespace lq::test
