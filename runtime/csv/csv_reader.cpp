#include "runtime/csv/csv_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "runtime/csv/detect.h"
#include "runtime/value/text.h"

namespace lq {

namespace {

constexpr std::size_t kNoMore = SIZE_MAX;
// At first; see MakeRoom.
constexpr std::size_t kBufferSize = 32 * 1024;
// Bytes of a byte order mark of UTF-8.
constexpr std::size_t kMarkSize = 3;
constexpr std::size_t kSample = 64 * 1024;

bool IsBlankChar(char c) { return c == ' ' || c == '\t'; }

}  // namespace

CsvReader::CsvReader(CsvInput& input, CsvOptions options) : input_(input), options_(options) {
  buffer_.resize(kBufferSize + BlockScan::kBlock);
}

bool CsvReader::Next(CsvRow& row) {
  if (!started_)
    Start();
  if (foreign_encoding_)
    return std::exchange(foreign_encoding_, false) && ReportEncoding(row);
  while (ReadRow()) {
    if (IsBlankRow())
      continue;
    FinishRow(row);
    return true;
  }
  return false;
}

void CsvReader::Start() {
  started_ = true;
  const bool detect = options_.separator == '\0' || options_.quote == '\0';
  while (end_ < (detect ? kSample : kMarkSize) && Refill()) {
  }
  std::string_view sample(buffer_.data(), end_);
  if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF")) {
    RefuseInput();
    return;
  }
  if (sample.starts_with("\xEF\xBB\xBF"))
    row_ = cell_ = next_block_ = kMarkSize;
  const bool complete = at_end_ && end_ <= kSample;
  if (detect)
    DetectCsvDialect(sample.substr(0, kSample).substr(row_), complete, options_);
  scan_.separator = options_.separator;
  scan_.quote = options_.quote;
}

void CsvReader::RefuseInput() {
  foreign_encoding_ = true;
  at_end_ = true;
  end_ = 0;
}

bool CsvReader::ReportEncoding(CsvRow& row) {
  row = {.line = 1, .last_line = 1, .problem = CsvProblem::kUtf16};
  return true;
}

// Reads up to the end of the row; false when there is none.
bool CsvReader::ReadRow() {
  row_ = cell_;
  row_line_ = line_;
  row_width_ = 0;
  cells_.clear();
  BeginCell(cell_);
  dropping_ = false;
  problem_ = CsvProblem::kNone;
  row_offset_ = base_ + row_;
  for (;;) {
    const std::size_t at = NextSpecial();
    if (at == kNoMore)
      break;
    if (HandleSpecial(at))
      return true;
  }
  if (cell_ == end_ && row_width_ == 0 && !dropping_)
    return false;
  EndInput();
  return true;
}

// Whether the row ends at `at`.
bool CsvReader::HandleSpecial(std::size_t at) {
  switch (state_) {
    case State::kPlain:
      return HandlePlain(at);
    case State::kQuoted:
      HandleQuoted(at);
      return false;
    case State::kAfterQuote:
      return HandleAfterQuote(at);
  }
  return false;
}

bool CsvReader::HandlePlain(std::size_t at) {
  const char c = buffer_[at];
  if (c == options_.quote) {
    if (!quote_passed_ && IsBlank(cell_, at)) {
      cell_ = at + 1;
      quote_passed_ = true;
      state_ = State::kQuoted;
    }
    return false;
  }
  if (c == options_.separator) {
    EndCell(at);
    return false;
  }
  const bool ends_crlf = c == '\n' && after_cr_ && at == cell_ && row_width_ == 0 && !dropping_;
  after_cr_ = c == '\r';
  if (ends_crlf) {
    row_ = cell_ = at + 1;
    row_offset_ = base_ + row_;
    return false;
  }
  EndCell(at);
  last_line_ = line_++;
  return true;
}

void CsvReader::HandleQuoted(std::size_t at) {
  const char c = buffer_[at];
  if (c == options_.quote) {
    closing_ = at;
    state_ = State::kAfterQuote;
  } else if (c == '\n') {
    ++line_;
  }
}

bool CsvReader::HandleAfterQuote(std::size_t at) {
  const char c = buffer_[at];
  if (c == options_.quote && at == closing_ + 1) {
    doubled_ = true;
    state_ = State::kQuoted;
    return false;
  }
  if (c == options_.quote || !IsBlank(closing_ + 1, at)) {
    Report(CsvProblem::kTextAfterQuote);
    state_ = State::kPlain;
  }
  return HandlePlain(at);
}

bool CsvReader::IsBlank(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i) {
    if (!IsBlankChar(buffer_[i]))
      return false;
  }
  return true;
}

// The cell ends before the separator or line end at `at`.
void CsvReader::EndCell(std::size_t at) {
  ++row_width_;
  if (!dropping_) {
    const std::size_t to = state_ == State::kAfterQuote ? closing_ : at;
    cells_.push_back({cell_ - row_, (doubled_ ? Unescape(cell_, to) : to) - cell_});
  }
  BeginCell(at + 1);
}

void CsvReader::BeginCell(std::size_t at) {
  cell_ = at;
  state_ = State::kPlain;
  quote_passed_ = doubled_ = false;
}

// The last row has no line end.
void CsvReader::EndInput() {
  if (state_ == State::kQuoted)
    Report(CsvProblem::kUnclosedQuote);
  if (state_ == State::kAfterQuote && !IsBlank(closing_ + 1, end_))
    Report(CsvProblem::kTextAfterQuote);
  EndCell(end_);
  cell_ = end_;
  last_line_ = line_;
}

// In place: a doubled quote becomes one. The new end.
std::size_t CsvReader::Unescape(std::size_t from, std::size_t to) {
  std::size_t out = from;
  for (std::size_t in = from; in < to; ++in) {
    buffer_[out++] = buffer_[in];
    if (buffer_[in] == options_.quote)
      ++in;
  }
  return out;
}

// Nothing but blanks, not even quotes.
bool CsvReader::IsBlankRow() const {
  return cells_.size() == 1 && row_width_ == 1 && problem_ == CsvProblem::kNone &&
         cells_[0].from == 0 && IsBlank(row_, row_ + cells_[0].size);
}

void CsvReader::FinishRow(CsvRow& row) {
  if (width_ == 0)
    width_ = row_width_;
  views_.clear();
  for (const Cell cell : cells_)
    views_.emplace_back(buffer_.data() + row_ + cell.from, cell.size);
  if (cell_ - row_ > options_.max_row)
    problem_ = CsvProblem::kTooLarge;
  if (problem_ == CsvProblem::kNone)
    problem_ = CheckCells();
  row.line = row_line_;
  row.last_line = last_line_;
  row.offset = row_offset_;
  row.problem = problem_;
  row.width = row_width_;
  row.cells = views_;
}

CsvProblem CsvReader::CheckCells() const {
  if (row_width_ != width_)
    return CsvProblem::kRagged;
  if (foreign_until_ <= row_)
    return CsvProblem::kNone;
  const bool valid = std::all_of(views_.begin(), views_.end(), IsValidUtf8);
  return valid ? CsvProblem::kNone : CsvProblem::kInvalidUtf8;
}

std::size_t CsvReader::NextSpecial() {
  while (mask_ == 0) {
    if (!LoadBlock())
      return kNoMore;
  }
  const std::size_t at = block_ + static_cast<std::size_t>(std::countr_zero(mask_));
  mask_ &= mask_ - 1;
  return at;
}

bool CsvReader::LoadBlock() {
  while (next_block_ == end_) {
    DropIfTooLarge();
    if (!Refill())
      return false;
  }
  const BlockScan::Result found = scan_(buffer_.data() + next_block_);
  const std::size_t valid = std::min(end_ - next_block_, BlockScan::kBlock);
  const std::uint64_t mask =
      valid == BlockScan::kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << valid) - 1;
  block_ = next_block_;
  next_block_ += valid;
  mask_ = found.special & mask;
  if ((found.foreign & mask) != 0)
    foreign_until_ = next_block_;
  return true;
}

// A row that is too large is read on to its end, but no longer kept.
void CsvReader::DropIfTooLarge() {
  if (!dropping_ && end_ - row_ <= options_.max_row)
    return;
  problem_ = CsvProblem::kTooLarge;
  dropping_ = true;
  cells_.clear();
  if (state_ == State::kPlain && !IsBlank(cell_, end_))
    quote_passed_ = true;
  // A quote that may close the cell is still needed, with what follows it.
  row_ = state_ == State::kAfterQuote ? closing_ : end_;
  cell_ = std::max(cell_, row_);
}

// More bytes behind end_; false at the end of the input.
bool CsvReader::Refill() {
  if (at_end_)
    return false;
  MakeRoom();
  const std::size_t count =
      input_.Read(buffer_.data() + end_, buffer_.size() - BlockScan::kBlock - end_);
  end_ += count;
  at_end_ = count == 0;
  return !at_end_;
}

// Moves the row to the front of the buffer when the buffer is full, and doubles it when the row
// fills it.
void CsvReader::MakeRoom() {
  if (end_ < buffer_.size() - BlockScan::kBlock)
    return;
  const std::size_t shift = row_;
  std::memmove(buffer_.data(), buffer_.data() + shift, end_ - shift);
  base_ += shift;
  row_ = 0;
  cell_ -= shift;
  next_block_ -= shift;
  end_ -= shift;
  closing_ -= std::min(closing_, shift);
  foreign_until_ -= std::min(foreign_until_, shift);
  if (end_ > buffer_.size() / 2)
    buffer_.resize(buffer_.size() * 2);
}

void CsvReader::Report(CsvProblem problem) {
  if (problem_ == CsvProblem::kNone)
    problem_ = problem;
}

std::string DescribeCsvProblem(const CsvRow& row, std::size_t width) {
  switch (row.problem) {
    case CsvProblem::kNone:
      return "";
    case CsvProblem::kRagged:
      return fmt::format(
          "the row has {} cell{}, but the first row of the file has {}; a cell that "
          "holds the separator stands in quotes",
          row.width, row.width == 1 ? "" : "s", width);
    case CsvProblem::kTooLarge:
      return "the row is too large; perhaps a quote before it is never closed";
    case CsvProblem::kInvalidUtf8:
      return "the row is not UTF-8 text; save the file as `CSV UTF-8`";
    case CsvProblem::kTextAfterQuote:
      return "there is text after a closing quote; a quote inside a quoted cell must be doubled";
    case CsvProblem::kUnclosedQuote:
      return fmt::format("a quote is opened and never closed, up to the end of the file at line {}",
                         row.last_line);
    case CsvProblem::kUtf16:
      return "the file is UTF-16 text; save it as `CSV UTF-8`";
  }
  return "";
}

}  // namespace lq
