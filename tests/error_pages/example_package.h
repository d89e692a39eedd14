#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/error_pages/page_example.h"

namespace lq::test {

// The files of a folder in which an example runs, by name, and how it runs.
struct ExamplePackage {
  std::map<std::string, std::string> files;
  std::string command;
};

// The files of `context` with the blocks put in: a block of a named file is that file; whole units
// are files of their own; what else LQ says goes where such a statement stands, in place of the one
// of the same name.
ExamplePackage PackageOf(const std::vector<PageBlock>& blocks,
                         const std::filesystem::path& context);

}  // namespace lq::test
