#pragma once

#include <string>

namespace lq {

// The bytes of a regular file. False, with `problem` set ("no such file or directory"), when it
// cannot be read. The file is read, not mapped: one that is overwritten while it is mapped ends
// the process of whoever looks.
bool ReadFile(const std::string& path, std::string& bytes, std::string& problem);

}  // namespace lq
