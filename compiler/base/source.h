#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace lq {

using FileId = std::uint32_t;

// Bytes [begin, end) of one source file.
struct Span {
  FileId file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

// From 1. Columns count code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct SourceFile {
  // As the user named it, for messages.
  std::string path;
  std::string text;
  // Byte offset of each line's first byte.
  std::vector<std::uint32_t> line_starts;
};

// The texts of one compilation, by FileId. Addresses of files stay valid.
class SourceMap {
 public:
  FileId Add(std::string path, std::string text);
  const SourceFile& file(FileId id) const { return files_[id]; }
  std::size_t size() const { return files_.size(); }
  std::string_view Text(Span span) const;
  LineColumn Locate(FileId file, std::uint32_t offset) const;
  // The text of a line (from 1), without its line end.
  std::string_view Line(FileId file, std::uint32_t line) const;

 private:
  std::deque<SourceFile> files_;
};

}  // namespace lq
