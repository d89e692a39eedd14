#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// What `PATH...` names, each file once: files as they are, folders as the units below them. False
// when a folder holds none or cannot be read (reported).
bool ListUnits(const std::vector<std::string>& paths, std::vector<std::string>& units);

// The text of standard input, which stands for `stdin_path`. False when it cannot be had
// (reported).
bool ReadInput(const std::string& stdin_path, std::string& text);

// Says why a file that the command line names cannot be read.
void ReportUnreadable(const std::string& path, const std::string& problem);

}  // namespace lq::tool
