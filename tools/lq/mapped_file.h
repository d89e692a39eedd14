#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lq::tool {

// A file's bytes, mapped into memory rather than read.
class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  // Once. False with the reason in `problem`.
  bool Open(const std::string& path, std::string& problem);
  // As long as this object lives.
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace lq::tool
