#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <sstream>

#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

bool IsSkipped(const fs::path& path, const fs::path& root) {
  const std::string name = path.filename().string();
  // `.ci` and `.clang-format` are ours; `.git` is not.
  return name == ".git" || name == ".cache" ||
         (path.parent_path() == root && name.starts_with("build"));
}

TreeFile ReadTreeFile(const fs::path& path, const fs::path& root) {
  TreeFile file;
  file.path = path.lexically_relative(root).generic_string();
  std::istringstream stream(ReadWhole(path));
  for (std::string line; std::getline(stream, line);) {
    file.lines.push_back(line);
  }
  return file;
}

std::vector<TreeFile> ReadTree() {
  const fs::path root = LQ_SOURCE_DIR;
  std::vector<TreeFile> files;
  for (auto entry = fs::recursive_directory_iterator(root);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (IsSkipped(entry->path(), root)) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      files.push_back(ReadTreeFile(entry->path(), root));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

const std::vector<TreeFile>& AllFiles() {
  static const std::vector<TreeFile> kFiles = ReadTree();
  return kFiles;
}

bool HasExtension(const TreeFile& file, std::initializer_list<std::string_view> extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return file.path.ends_with(extension); });
}

std::vector<const TreeFile*> CppFiles() {
  std::vector<const TreeFile*> found;
  for (const TreeFile& file : AllFiles()) {
    if (HasExtension(file, {".h", ".c", ".cpp"})) {
      found.push_back(&file);
    }
  }
  return found;
}

}  // namespace lq::test
