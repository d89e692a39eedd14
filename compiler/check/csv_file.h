#pragma once

#include <string_view>

#include "compiler/base/source.h"
#include "runtime/csv/csv_reader.h"

namespace lq::check {

// A file of CSV that a unit names, row by row, and where in it things stand.
class CsvFile {
 public:
  // The sources outlive it.
  CsvFile(const SourceMap& sources, FileId file);

  // False at the end of the file.
  bool Next(CsvRow& row) { return reader_.Next(row); }
  const CsvReader& reader() const { return reader_; }

  // The first line of the row.
  Span RowSpan(const CsvRow& row) const;
  // A cell with its quotes. Found again from the row's beginning.
  Span CellSpan(const CsvRow& row, std::size_t index) const;

 private:
  Span SpanOf(std::size_t begin, std::size_t end) const;
  std::size_t CellEnd(std::size_t at) const;

  FileId file_;
  std::string_view text_;
  CsvText input_;
  CsvReader reader_;
};

}  // namespace lq::check
