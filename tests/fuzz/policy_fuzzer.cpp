// Any bytes as the files of a package, in the sections of tests/language: they compile or have
// messages that can be rendered; what compiles decides alike by every tier.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "tests/support/sections.h"
#include "tests/support/tiers/policy_package.h"

namespace {

// The first lines of the section `leads.jsonl`, and a lead of which nothing is known.
std::vector<std::string> LeadsOf(const lq::test::CaseFile& input) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> leads = {"{}"};
  const lq::test::Section* section = input.Find("leads.jsonl");
  std::istringstream lines(section == nullptr ? "" : section->text);
  for (std::string line; leads.size() < kMost && std::getline(lines, line);) {
    leads.push_back(line);
  }
  return leads;
}

void ExpectAlike(const std::vector<lq::test::TierDecision>& decisions) {
  for (const lq::test::TierDecision& one : decisions) {
    if (one.decision != decisions.front().decision) {
      std::fprintf(stderr, "%s\n%s\n", decisions.front().decision.c_str(), one.decision.c_str());
      std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lq::test::CaseFile input = lq::test::ParseCase({reinterpret_cast<const char*>(data), size});
  std::map<std::string, std::string> files;
  std::string last;
  for (const lq::test::Section& section : input.sections) {
    files[section.name] = section.text;
    if (section.name.ends_with(".lq")) {
      last = section.name;
    }
  }
  lq::test::PolicyPackage package(files, last);
  if (!package.problems().empty()) {
    return 0;
  }
  for (const std::string& lead : LeadsOf(input)) {
    ExpectAlike(package.Decide(lead, {}, {}));
  }
  return 0;
}
