#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lq::test {

// One conformance case; README.md tells the format.
struct ConformanceCase {
  // "GROUP: NAME"
  std::string name;
  std::map<std::string, std::string> files;
  std::string policy;
  std::string as_of;
  std::map<std::string, bool> toggles;
  // The lead's JSON, as it stands in the file.
  std::string lead;
  std::string expected;
  std::string why;
};

// Of GROUP.json, or of a file with one case a line (.jsonl).
std::vector<ConformanceCase> ReadCases(const std::filesystem::path& path);

}  // namespace lq::test
