#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/csv/block_scan.h"
#include "runtime/csv/csv_input.h"

namespace lq {

// What is wrong with one row. Its cells are then not to be used.
enum class CsvProblem : std::uint8_t {
  kNone,
  // More or fewer cells than the first row.
  kRagged,
  // Over CsvOptions::max_row bytes.
  kTooLarge,
  kInvalidUtf8,
  // `"a"b`: text between a closing quote and the separator.
  kTextAfterQuote,
  // A quote that is open at the end of the input.
  kUnclosedQuote,
  // The file begins with a byte order mark of UTF-16; the first row says so and is the only one.
  kUtf16,
};

struct CsvOptions {
  // '\0': found out among `,` `;` tab and `|` from the first 64 KiB.
  char separator = '\0';
  // '\0': found out; `'` when every name of the first row stands in single quotes, else `"`.
  char quote = '\0';
  // Bytes.
  std::size_t max_row = 1 << 20;
};

struct CsvRow {
  // Of its first byte, from 1; a cell may hold line ends, so the row may end on a later line.
  std::uint64_t line = 0;
  std::uint64_t last_line = 0;
  // Byte offset of the row in the input.
  std::uint64_t offset = 0;
  CsvProblem problem = CsvProblem::kNone;
  // As many as the row has, even when they are not kept (kTooLarge).
  std::size_t width = 0;
  // Without quotes, otherwise as written (not trimmed). Good until the next call of Next.
  std::span<const std::string_view> cells = {};
};

// Reads CSV (RFC 4180) row by row, from the first, which is usually the header, in memory bounded
// by max_row, whatever the input. Line ends are LF, CRLF or CR; a byte order mark is skipped; lines
// that are empty or blank are no rows. A cell may be quoted, with blanks before and after the
// quotes; within it a doubled quote is one, and line ends are text. A quote in the middle of an
// unquoted cell is a character like any other. Every row must be as wide as the first: a row with a
// problem is handed out with it, never dropped, padded or shifted.
class CsvReader {
 public:
  explicit CsvReader(CsvInput& input, CsvOptions options = {});

  // False at the end of the input.
  bool Next(CsvRow& row);

  // As given or found out; known after the first Next.
  char separator() const { return options_.separator; }
  char quote() const { return options_.quote; }
  // Cells of the first row; 0 before it was read.
  std::size_t width() const { return width_; }

 private:
  enum class State : std::uint8_t { kPlain, kQuoted, kAfterQuote };

  // From the row's first byte; so moving the row in the buffer does not matter.
  struct Cell {
    std::size_t from = 0;
    std::size_t size = 0;
  };

  void Start();
  void RefuseInput();
  static bool ReportEncoding(CsvRow& row);
  bool ReadRow();
  bool HandleSpecial(std::size_t at);
  bool HandlePlain(std::size_t at);
  void HandleQuoted(std::size_t at);
  bool HandleAfterQuote(std::size_t at);
  bool IsBlank(std::size_t from, std::size_t to) const;
  void BeginCell(std::size_t at);
  void EndCell(std::size_t at);
  void EndInput();
  std::size_t Unescape(std::size_t from, std::size_t to);
  bool IsBlankRow() const;
  void FinishRow(CsvRow& row);
  CsvProblem CheckCells() const;
  std::size_t NextSpecial();
  bool LoadBlock();
  void DropIfTooLarge();
  bool Refill();
  void MakeRoom();
  void Report(CsvProblem problem);

  CsvInput& input_;
  CsvOptions options_;
  BlockScan scan_;
  // With room for a block behind end_.
  std::vector<char> buffer_;
  // Byte of the input at buffer_[0].
  std::uint64_t base_ = 0;
  bool started_ = false;
  bool at_end_ = false;
  bool foreign_encoding_ = false;

  // Offsets in buffer_: the row, its current cell, the first byte that no block covered yet, the
  // end of the data.
  std::size_t row_ = 0;
  std::size_t cell_ = 0;
  std::size_t next_block_ = 0;
  std::size_t end_ = 0;
  // The block that mask_ belongs to, and its special bytes that were not handled yet.
  std::size_t block_ = 0;
  std::uint64_t mask_ = 0;
  // The end of the last block with a byte over 127.
  std::size_t foreign_until_ = 0;

  // The current cell: where the quote stands that may close it (kAfterQuote), whether a quote can
  // no longer open it, whether it holds doubled quotes.
  State state_ = State::kPlain;
  std::size_t closing_ = 0;
  bool quote_passed_ = false;
  bool doubled_ = false;

  // The current row.
  bool dropping_ = false;
  bool after_cr_ = false;
  CsvProblem problem_ = CsvProblem::kNone;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::uint64_t last_line_ = 1;
  std::uint64_t row_offset_ = 0;
  std::size_t row_width_ = 0;
  std::vector<Cell> cells_;
  std::vector<std::string_view> views_;
  std::size_t width_ = 0;
};

// The problem of a row, for a person: "it has 3 cells, but the first row has 4".
std::string DescribeCsvProblem(const CsvRow& row, std::size_t width);

}  // namespace lq
