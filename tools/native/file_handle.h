#pragma once

#include <unistd.h>

#include <utility>

namespace lq::tool {

// An open file or folder, closed when destroyed; none below 0.
class FileHandle {
 public:
  explicit FileHandle(int number = -1) : number_(number) {}
  FileHandle(FileHandle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileHandle& operator=(FileHandle&&) = delete;
  ~FileHandle() {
    if (number_ >= 0)
      close(number_);
  }

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
  // Somebody else closes it now.
  int Release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

}  // namespace lq::tool
