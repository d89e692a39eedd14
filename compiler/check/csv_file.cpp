#include "compiler/check/csv_file.h"

#include <algorithm>

namespace lq::check {

CsvFile::CsvFile(const SourceMap& sources, FileId file)
    : file_(file), text_(sources.file(file).text), input_(text_), reader_(input_) {}

Span CsvFile::SpanOf(std::size_t begin, std::size_t end) const {
  return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Span CsvFile::RowSpan(const CsvRow& row) const {
  const std::size_t end = std::min(text_.find_first_of("\r\n", row.offset), text_.size());
  return SpanOf(std::min<std::size_t>(row.offset, end), end);
}

Span CsvFile::CellSpan(const CsvRow& row, std::size_t index) const {
  std::size_t at = row.offset;
  for (std::size_t cell = 0;; ++cell) {
    const std::size_t end = CellEnd(at);
    if (cell == index || end >= text_.size())
      return SpanOf(at, end);
    at = end + 1;
  }
}

std::size_t CsvFile::CellEnd(std::size_t at) const {
  bool quoted = false;
  while (at < text_.size()) {
    const char c = text_[at];
    if (c == reader_.quote())
      quoted = !quoted;
    if (!quoted && (c == reader_.separator() || c == '\n' || c == '\r'))
      break;
    ++at;
  }
  return at;
}

}  // namespace lq::check
