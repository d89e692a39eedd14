#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/architecture/offenders.h"
#include "tests/architecture/source_tree.h"

namespace lq::test {
namespace {

// Every place where a file names one of `words`.
std::vector<std::string> Places(const std::vector<std::string>& words) {
  std::vector<std::string> places;
  for (const TreeFile& file : AllFiles()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& word : words) {
        if (file.lines[i].find(word) != std::string::npos) {
          places.push_back(fmt::format("{}:{} names {}", file.path, i + 1, word));
        }
      }
    }
  }
  return places;
}

// Each word is put together from two parts, lest this file names it.
std::string Joined(const char* first, const char* second) { return std::string(first) + second; }

TEST(Words, NoFileNamesAPathOfOneMachine) {
  ExpectNone(Places({Joined("/wo", "rk/"), Joined("/ho", "me/"), Joined("/ro", "ot/"),
                     Joined("/Use", "rs/"), Joined("C:", "\\")}),
             "name files by their place in the repository");
}

TEST(Words, NothingIsLeftForLater) {
  ExpectNone(Places({Joined("TO", "DO"), Joined("FIX", "ME"), Joined("XX", "X:")}),
             "do it, or leave it out");
}

}  // namespace
}  // namespace lq::test
