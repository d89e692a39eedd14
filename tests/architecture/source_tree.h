#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lq::test {

// A text file of the repository.
struct TreeFile {
  // From the repository's root, with slashes: "runtime/value/value.h".
  std::string path;
  std::vector<std::string> lines;
};

// The files of the repository that people wrote: hidden folders and build trees aside.
const std::vector<TreeFile>& AllFiles();

// The files of C and C++ below compiler, runtime, stdlib, tools and tests.
std::vector<const TreeFile*> CppFiles();

bool HasExtension(const TreeFile& file, std::initializer_list<std::string_view> extensions);

}  // namespace lq::test
