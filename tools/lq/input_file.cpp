#include "tools/lq/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "tools/lq/disk_files.h"

namespace lq::tool {

InputFile::~InputFile() {
  if (file_ > STDIN_FILENO) {
    close(file_);
  }
}

bool InputFile::Open(const std::string& path, std::string& problem) {
  file_ = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts{};
  if (file_ < 0 || fstat(file_, &facts) != 0) {
    problem = SystemProblem(errno);
    return false;
  }
  if (S_ISDIR(facts.st_mode)) {
    problem = SystemProblem(EISDIR);
    return false;
  }
  size_ = S_ISREG(facts.st_mode) ? static_cast<std::uint64_t>(facts.st_size) : 0;
  buffer_.resize(1 << 18);
  return true;
}

std::string_view InputFile::Next() {
  if (!put_back_.empty()) {
    return std::exchange(put_back_, {});
  }
  while (true) {
    const ssize_t count = read(file_, buffer_.data(), buffer_.size());
    if (count >= 0) {
      consumed_ += static_cast<std::uint64_t>(count);
      return std::string_view(buffer_).substr(0, static_cast<std::size_t>(count));
    }
    if (errno != EINTR) {
      problem_ = SystemProblem(errno);
      return {};
    }
  }
}

}  // namespace lq::tool
