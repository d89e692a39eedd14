#include "tools/lq/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "tools/lq/disk_files.h"

namespace lq::tool {
namespace {

// The size of an ordinary file; else the problem is set.
std::size_t SizeOf(int file, std::string& problem) {
  struct stat status{};
  if (fstat(file, &status) != 0) {
    problem = SystemProblem(errno);
  } else if (S_ISDIR(status.st_mode)) {
    problem = SystemProblem(EISDIR);
  } else if (!S_ISREG(status.st_mode)) {
    problem = "it is no ordinary file";
  }
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

bool MappedFile::Open(const std::string& path, std::string& problem) {
  // A pipe that nobody writes to would keep an ordinary open waiting.
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    problem = SystemProblem(errno);
    return false;
  }
  problem.clear();
  const std::size_t size = SizeOf(file, problem);
  if (problem.empty() && size > 0) {
    void* const data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (data == MAP_FAILED) {
      problem = SystemProblem(errno);
    } else {
      data_ = data;
      size_ = size;
    }
  }
  close(file);
  return problem.empty();
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) {
    munmap(data_, size_);
  }
}

}  // namespace lq::tool
