#include "tools/lq/disk_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>

namespace lq::tool {
namespace {

namespace fs = std::filesystem;

// Sources are refused beyond 4 MiB; a lookup's rows may take more. Beyond this, reading stops.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

bool ReadAll(int file, std::string& text, std::string& problem) {
  text.clear();
  std::string chunk(1 << 16, '\0');
  while (true) {
    const ssize_t count = read(file, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      problem = SystemProblem(errno);
      return false;
    }
    if (count == 0) {
      return true;
    }
    text.append(chunk, 0, static_cast<std::size_t>(count));
    if (text.size() > kMostBytes) {
      problem = "it is larger than 64 MiB";
      return false;
    }
  }
}

}  // namespace

fs::path PackageFolder(const fs::path& path) {
  const fs::path own = path.parent_path();
  std::error_code error;
  for (fs::path folder = fs::absolute(own, error).lexically_normal();;
       folder = folder.parent_path()) {
    if (fs::exists(folder / "lq.toml", error)) {
      const fs::path near = folder.lexically_proximate(fs::absolute(own, error).lexically_normal());
      return near == "." ? own : (own / near).lexically_normal();
    }
    if (folder == folder.parent_path()) {
      return own;
    }
  }
}

std::string FileIdentity(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

std::string FolderProblem(const std::string& path) {
  std::error_code error;
  const fs::directory_iterator entries(path, error);
  if (error == std::errc::no_such_file_or_directory) {
    return "no such folder";
  }
  return error ? SystemProblem(error.value()) : "";
}

std::string SystemProblem(int error) {
  switch (error) {
    case ENOENT:
      return "no such file";
    case EISDIR:
      return "it is a folder";
    case EACCES:
      return "permission denied";
    default: {
      std::string text = std::strerror(error);
      text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
      return text;
    }
  }
}

std::vector<std::string> UnitsBelow(const fs::path& folder, bool own_package,
                                    std::vector<std::string>* unreadable) {
  std::vector<std::string> found;
  std::error_code error;
  auto entry =
      fs::recursive_directory_iterator(folder.empty() ? fs::path(".") : folder,
                                       fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      const bool hidden = path.filename().string().starts_with(".");
      if (hidden || (own_package && fs::exists(path / "lq.toml", ignored))) {
        entry.disable_recursion_pending();
      } else if (unreadable != nullptr && access(path.c_str(), R_OK | X_OK) != 0) {
        unreadable->push_back(path.lexically_normal().string());
      }
    } else if (path.extension() == ".lq" && entry->is_regular_file(ignored)) {
      found.push_back(path.lexically_normal().string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool ReadFile(const std::string& path, std::string& text, std::string& problem) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    problem = SystemProblem(errno);
    return false;
  }
  const bool good = ReadAll(file, text, problem);
  close(file);
  return good;
}

bool ReadStandardInput(std::string& text, std::string& problem) {
  return ReadAll(STDIN_FILENO, text, problem);
}

void DiskFiles::Overlay(std::string path, std::string text) {
  overlays_[std::move(path)] = std::move(text);
}

std::vector<std::string> DiskFiles::PackageFiles(const std::string& path) {
  // `path` itself comes first, under the name the user gave it.
  std::vector<std::string> all = {path};
  std::set<std::string> seen = {FileIdentity(path)};
  std::vector<fs::path> folders = {PackageFolder(path)};
  folders.insert(folders.end(), library_folders_.begin(), library_folders_.end());
  folder_of_ = {{path, 0}};
  for (std::size_t i = 0; i < folders.size(); ++i) {
    for (std::string& file : UnitsBelow(folders[i], true)) {
      if (seen.insert(FileIdentity(file)).second) {
        folder_of_[file] = static_cast<int>(i);
        all.push_back(std::move(file));
      }
    }
  }
  return all;
}

int DiskFiles::FolderOf(const std::string& path) {
  const auto found = folder_of_.find(path);
  return found == folder_of_.end() ? 0 : found->second;
}

bool DiskFiles::Read(const std::string& path, std::string& text, std::string& problem) {
  const auto overlay = overlays_.find(path);
  if (overlay != overlays_.end()) {
    text = overlay->second;
    return true;
  }
  return ReadFile(path, text, problem);
}

std::string DiskFiles::Beside(const std::string& path, const std::string& name) {
  return (fs::path(path).parent_path() / name).string();
}

}  // namespace lq::tool
