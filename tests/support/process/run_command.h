#pragma once

#include <filesystem>
#include <string>

namespace lq::test {

struct CommandResult {
  std::string out;
  std::string err;
  int status = 0;
};

// Runs `command` with sh in `folder`, `tools` first on the PATH, without colour or locale, with
// a cache of its own. Times
// and rates in what lq says are replaced by `<time>`, the folder's own path by `<folder>`.
CommandResult RunCommand(const std::string& command, const std::filesystem::path& folder,
                         const std::filesystem::path& tools);

// A folder of its own for as long as it lives.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Writes a file below the folder.
  void Write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

}  // namespace lq::test
