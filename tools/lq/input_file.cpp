#include "tools/lq/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "tools/lq/disk_files.h"

namespace lq::tool {
namespace {

// A whole line with something in it, which a byte order mark is not.
bool HoldsLine(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::size_t line = bytes.find_first_not_of(" \t\r\n", begin);
  return bytes.find('\n', line) != std::string_view::npos;
}

}  // namespace

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

std::string_view InputFile::Begin() {
  std::size_t size = 0;
  const auto filled = [&] { return std::string_view(buffer_).substr(0, size); };
  while (size < buffer_.size() && !HoldsLine(filled())) {
    const std::size_t more = Read(size);
    if (more == 0) {
      break;
    }
    size += more;
  }
  put_back_ = filled();
  return put_back_;
}

std::string_view InputFile::Next() {
  if (!put_back_.empty()) {
    return std::exchange(put_back_, {});
  }
  return std::string_view(buffer_).substr(0, Read(0));
}

std::size_t InputFile::Read(std::size_t offset) {
  while (true) {
    const ssize_t count = read(file_, buffer_.data() + offset, buffer_.size() - offset);
    if (count >= 0) {
      consumed_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) {
      problem_ = SystemProblem(errno);
      return 0;
    }
  }
}

}  // namespace lq::tool
