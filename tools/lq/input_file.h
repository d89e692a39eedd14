#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lq::tool {

// A file or standard input, read in pieces.
class InputFile {
 public:
  InputFile() = default;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  // "-" is standard input. False with `problem` set when there is nothing to read from.
  bool Open(const std::string& path, std::string& problem);
  // What the file begins with, however slowly it comes: its first line that holds something, as far
  // as the buffer reaches, and more. Next begins with it too.
  std::string_view Begin();
  // The next bytes; empty at the end, and after a failure, which `problem` then tells. Good until
  // the next call.
  std::string_view Next();
  // Gives back the tail of what Next returned: the next call begins with it.
  void PutBack(std::string_view tail) { put_back_ = tail; }

  const std::string& problem() const { return problem_; }
  // Bytes of a regular file; 0 when that is not known.
  std::uint64_t size() const { return size_; }
  std::uint64_t consumed() const { return consumed_; }

 private:
  // Into the buffer from there on; the count of bytes, 0 at the end and after a failure.
  std::size_t Read(std::size_t offset);

  int file_ = -1;
  std::string buffer_;
  std::string_view put_back_;
  std::string problem_;
  std::uint64_t size_ = 0;
  std::uint64_t consumed_ = 0;
};

}  // namespace lq::tool
