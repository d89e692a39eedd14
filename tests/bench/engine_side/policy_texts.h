#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "compiler/include/lq/compile.h"

namespace lq::bench {

// File name to text, all in one folder.
using PolicyTexts = std::map<std::string, std::string>;

// The .lq files of a folder.
PolicyTexts ReadTexts(const std::filesystem::path& folder);

// A compiled policy. Ends the program, with what the compiler said, when it has a mistake.
std::unique_ptr<Compilation> CompileTexts(const PolicyTexts& texts, const std::string& policy);

}  // namespace lq::bench
