#include "tests/conformance/case_file.h"

#include <sstream>

#include "tests/support/json/json_slice.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

std::map<std::string, std::string> ReadFiles(std::string_view object) {
  std::map<std::string, std::string> files;
  for (const auto& [name, text] : JsonMembers(object)) {
    files[name] = JsonString(text);
  }
  return files;
}

std::map<std::string, bool> ReadToggles(std::string_view object) {
  std::map<std::string, bool> toggles;
  for (const auto& [name, state] : JsonMembers(object)) {
    toggles[name] = state == "true";
  }
  return toggles;
}

ConformanceCase ReadCase(const std::string& group, std::string_view object) {
  ConformanceCase one;
  for (const auto& [member, value] : JsonMembers(object)) {
    if (member == "name") {
      one.name = group + ": " + JsonString(value);
    } else if (member == "files") {
      one.files = ReadFiles(value);
    } else if (member == "policy") {
      one.policy = JsonString(value);
    } else if (member == "as_of") {
      one.as_of = JsonString(value);
    } else if (member == "toggles") {
      one.toggles = ReadToggles(value);
    } else if (member == "lead") {
      one.lead = value;
    } else if (member == "lead_text") {
      one.lead = JsonString(value);
    } else if (member == "expected") {
      one.expected = CompactJson(value);
    } else if (member == "why") {
      one.why = JsonString(value);
    }
  }
  return one;
}

}  // namespace

std::vector<ConformanceCase> ReadCases(const std::filesystem::path& path) {
  const std::string text = ReadWhole(path);
  std::vector<ConformanceCase> cases;
  if (path.extension() == ".jsonl") {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      cases.push_back(ReadCase(path.stem().string(), line));
    }
    return cases;
  }
  const std::string group = JsonString(JsonMember(text, "group"));
  for (const std::string_view object : JsonItems(JsonMember(text, "cases"))) {
    cases.push_back(ReadCase(group, object));
  }
  return cases;
}

}  // namespace lq::test
