#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/sections.h"

namespace lq::test {

// Case files and what runs one of them.
struct GoldenSuite {
  // Of the GoogleTest tests: golden_check.
  std::string name;
  // Tests are named by the paths from here.
  std::filesystem::path folder;
  std::vector<std::filesystem::path> files;
  // Sets the sections that hold results to what they are now. `path` is the file's.
  std::function<void(CaseFile&, const std::filesystem::path& path)> run;
};

// The main function of a golden executable: one GoogleTest a file, named by folder and behaviour.
//
//   language_check [--update] [WORD] [--gtest_…]
//
// WORD runs only the files whose path contains it; --update rewrites what differs.
int RunGoldens(int argc, char** argv, const GoldenSuite& suite);

}  // namespace lq::test
