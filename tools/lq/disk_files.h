#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "compiler/include/lq/compile.h"

namespace lq::tool {

// The disk as the compiler sees it. A package is the nearest folder upward that holds an lq.toml,
// else the file's own folder; after it come the folders of `--library-path`. Paths keep the form in
// which the user named them.
class DiskFiles : public FileProvider {
 public:
  explicit DiskFiles(std::vector<std::string> library_folders)
      : library_folders_(std::move(library_folders)) {}

  // From now on `path` holds `text`, whatever the disk says: standard input under
  // `--stdin-filepath`.
  void Overlay(std::string path, std::string text);

  std::vector<std::string> PackageFiles(const std::string& path) override;
  int FolderOf(const std::string& path) override;
  bool Read(const std::string& path, std::string& text, std::string& problem) override;
  std::string Beside(const std::string& path, const std::string& name) override;

 private:
  std::vector<std::string> library_folders_;
  std::map<std::string, std::string> overlays_;
  // Of the paths that PackageFiles gave: 0 the package, then 1, 2 … the library folders.
  std::map<std::string, int> folder_of_;
};

// The folder whose files belong together with `path`, lexically as near to what the user wrote as
// can be: the nearest one upward that holds an lq.toml, else its own.
std::filesystem::path PackageFolder(const std::filesystem::path& path);

// Every .lq file below a folder, hidden folders aside, sorted. `own_package`: without those of
// packages within it, which have an lq.toml of their own.
// Folders that may not be read are put into `unreadable`, when it is asked for.
std::vector<std::string> UnitsBelow(const std::filesystem::path& folder, bool own_package,
                                    std::vector<std::string>* unreadable = nullptr);

// Why the files of a folder cannot be listed ("no such folder"); empty when they can.
std::string FolderProblem(const std::string& path);

// The same for all paths that lead to one file.
std::string FileIdentity(const std::string& path);

// All of a file, or nothing and the reason ("no such file", "is a folder") in `problem`.
bool ReadFile(const std::string& path, std::string& text, std::string& problem);

// All of standard input, by the same rules.
bool ReadStandardInput(std::string& text, std::string& problem);

// The words for an errno.
std::string SystemProblem(int error);

}  // namespace lq::tool
