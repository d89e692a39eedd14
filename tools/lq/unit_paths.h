#pragma once

#include <string>
#include <vector>

#include "tools/lq/disk_files.h"

namespace lq::tool {

// What `PATH...` names, each file once: files as they are, folders as the units below them. False
// when a folder holds none or cannot be read, or when something is a bundle (reported).
bool ListUnits(const std::vector<std::string>& paths, std::vector<std::string>& units);

// The text of standard input, which stands for `stdin_path`. False when it cannot be had
// (reported).
bool ReadInput(const std::string& stdin_path, std::string& text);

// Makes sure that a unit of the command line can be read: `-` becomes `stdin_path` with the text of
// standard input. False when it cannot be (reported).
bool OpenUnit(DiskFiles& files, const std::string& stdin_path, std::string& unit);

// Says why a file that the command line names cannot be read.
void ReportUnreadable(const std::string& path, const std::string& problem);

}  // namespace lq::tool
