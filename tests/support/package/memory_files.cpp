#include "tests/support/package/memory_files.h"

namespace lq::test {

std::vector<std::string> MemoryFiles::PackageFiles(const std::string&) {
  std::vector<std::string> names;
  for (const auto& [name, text] : files_) {
    if (name.ends_with(".lq")) {
      names.push_back(name);
    }
  }
  return names;
}

bool MemoryFiles::Read(const std::string& path, std::string& text, std::string& problem) {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    problem = "no such file";
    return false;
  }
  text = found->second;
  return true;
}

std::string MemoryFiles::Beside(const std::string&, const std::string& name) { return name; }

}  // namespace lq::test
