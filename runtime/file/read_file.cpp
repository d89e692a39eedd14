#include "runtime/file/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace lq {
namespace {

// A bundle of 10,000 rules has a few megabytes.
constexpr std::int64_t kMostBytes = 1LL << 30;

class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~OpenFile() {
    if (descriptor_ >= 0)
      close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string ErrorText() { return std::generic_category().message(errno); }

// Appends what the file holds until its end.
bool ReadAll(int file, std::string& bytes) {
  constexpr std::size_t kPiece = 1 << 16;
  while (true) {
    const std::size_t had = bytes.size();
    bytes.resize(had + kPiece);
    const ssize_t got = read(file, bytes.data() + had, kPiece);
    bytes.resize(had + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0)
      return true;
    if ((got < 0 && errno != EINTR) || bytes.size() > kMostBytes)
      return false;
  }
}

}  // namespace

bool ReadFile(const std::string& path, std::string& bytes, std::string& problem) {
  const OpenFile file(path);
  struct stat about = {};
  if (file.descriptor() < 0 || fstat(file.descriptor(), &about) != 0) {
    problem = ErrorText();
    return false;
  }
  if (!S_ISREG(about.st_mode)) {
    problem = S_ISDIR(about.st_mode) ? "it is a folder" : "it is no file";
    return false;
  }
  if (about.st_size > kMostBytes) {
    problem = fmt::format("it has {} bytes, more than any bundle", about.st_size);
    return false;
  }
  bytes.clear();
  bytes.reserve(static_cast<std::size_t>(about.st_size));
  errno = 0;
  if (!ReadAll(file.descriptor(), bytes)) {
    problem = errno != 0 ? ErrorText() : "it grows while it is read";
    return false;
  }
  return true;
}

}  // namespace lq
