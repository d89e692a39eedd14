#include "tools/lq/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "tools/lq/disk_files.h"

namespace lq::tool {
namespace {

bool WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

// Who may not give files away keeps the new one.
bool GiveTo(int file, const struct stat& owner) {
  return fchown(file, owner.st_uid, owner.st_gid) == 0 || errno == EPERM;
}

// Fills the new file and makes it the old one's likeness. Closes it in any case.
bool Fill(int file, std::string_view text, const struct stat& old) {
  constexpr mode_t kMode = 07777;
  const bool filled = WriteAll(file, text) && GiveTo(file, old) &&
                      fchmod(file, old.st_mode & kMode) == 0 && fsync(file) == 0;
  const int error = errno;
  const bool closed = close(file) == 0;
  if (!filled) {
    errno = error;
  }
  return filled && closed;
}

}  // namespace

bool ReplaceFile(const std::string& path, std::string_view text, std::string& problem) {
  struct stat old{};
  std::error_code error;
  const std::string target = std::filesystem::canonical(path, error).string();
  if (error || stat(target.c_str(), &old) != 0) {
    problem = SystemProblem(error ? error.value() : errno);
    return false;
  }
  constexpr mode_t kAnyWrite = S_IWUSR | S_IWGRP | S_IWOTH;
  if ((old.st_mode & kAnyWrite) == 0 || access(target.c_str(), W_OK) != 0) {
    problem = "it is read-only";
    return false;
  }
  if (!S_ISREG(old.st_mode)) {
    problem = "it is no ordinary file";
    return false;
  }
  std::string fresh = target + ".XXXXXX";
  const int file = mkostemp(fresh.data(), O_CLOEXEC);
  if (file < 0) {
    problem = SystemProblem(errno);
    return false;
  }
  if (Fill(file, text, old) && rename(fresh.c_str(), target.c_str()) == 0) {
    return true;
  }
  problem = SystemProblem(errno);
  unlink(fresh.c_str());
  return false;
}

bool CreateFile(const std::string& path, std::string_view text, std::string& problem) {
  constexpr mode_t kMode = 0666;
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode);
  if (file < 0) {
    problem = SystemProblem(errno);
    return false;
  }
  bool good = WriteAll(file, text);
  int error = errno;
  if (close(file) != 0 && good) {
    good = false;
    error = errno;
  }
  if (!good) {
    problem = SystemProblem(error);
    unlink(path.c_str());
  }
  return good;
}

bool PutFile(const std::string& path, std::string_view text, std::string& problem) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    return ReplaceFile(path, text, problem);
  }
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::exists(folder, error)) {
    problem = "no such folder";
    return false;
  }
  const std::string fresh = path + "." + std::to_string(getpid()) + ".new";
  if (!CreateFile(fresh, text, problem)) {
    return false;
  }
  if (rename(fresh.c_str(), path.c_str()) != 0) {
    problem = SystemProblem(errno);
    unlink(fresh.c_str());
    return false;
  }
  return true;
}

}  // namespace lq::tool
