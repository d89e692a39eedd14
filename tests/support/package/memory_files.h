#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/include/lq/compile.h"

namespace lq::test {

// A package in memory: file name to text, all in one folder.
class MemoryFiles : public FileProvider {
 public:
  void Add(std::string name, std::string text) { files_[std::move(name)] = std::move(text); }

  std::vector<std::string> PackageFiles(const std::string& path) override;
  bool Read(const std::string& path, std::string& text, std::string& problem) override;
  std::string Beside(const std::string& path, const std::string& name) override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace lq::test
