#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "runtime/csv/csv_reader.h"
#include "runtime/intake/json_check.h"
#include "runtime/source/row_reader.h"
#include "runtime/value/text.h"
#include "tests/support/source/canonical_twin.h"
#include "tests/support/source/example_source.h"

// Any bytes as a CSV file: its rows are the same however the bytes arrive, and a source makes of
// each row a canonical lead or an error.
namespace lq::test {
namespace {

void Require(bool holds, std::string_view what) {
  if (holds)
    return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

// Hands out at most `step` bytes at a time.
class Drip final : public CsvInput {
 public:
  Drip(std::string_view text, std::size_t step) : text_(text), step_(step) {}
  std::size_t Read(char* to, std::size_t room) override {
    return text_.Read(to, std::min(room, step_));
  }

 private:
  CsvText text_;
  std::size_t step_;
};

// Rows and their places as one text.
std::string ReadRows(CsvInput& input, std::size_t max_row) {
  CsvOptions options;
  options.max_row = max_row;
  CsvReader reader(input, options);
  CsvRow row;
  std::string out;
  while (reader.Next(row)) {
    for (const std::uint64_t place : {row.line, row.last_line, row.offset, std::uint64_t{row.width},
                                      static_cast<std::uint64_t>(row.problem)}) {
      out += std::to_string(place) + ' ';
    }
    if (row.problem != CsvProblem::kNone)
      continue;
    Require(row.width == reader.width() && row.cells.size() == row.width,
            "a row is as wide as the first");
    for (const std::string_view cell : row.cells) {
      Require(IsValidUtf8(cell), "a cell is UTF-8");
      out.append(cell).append("\n");
    }
  }
  return out;
}

void RunReader(std::string_view text) {
  for (const std::size_t max_row : {std::size_t{1} << 20, std::size_t{40}}) {
    CsvText input(text);
    const std::string whole = ReadRows(input, max_row);
    for (const std::size_t step : {1, 7, 64}) {
      Drip drip(text, step);
      Require(ReadRows(drip, max_row) == whole, "rows do not depend on how the bytes arrive");
    }
  }
}

void RunSource(std::string_view text, const Example& example) {
  const std::string file = HeaderOf(example.plan) + "\n" + std::string(text);
  CsvText input(file);
  CsvReader csv(input, CsvOptionsOf(example.plan));
  RowReader source(example.plan, example.schema);
  CanonicalTwin twin(example.schema);
  CsvRow row;
  Require(csv.Next(row) && source.Bind(row).empty(), "the header has the source's columns");
  Lead lead;
  while (csv.Next(row)) {
    const bool accepted = source.Read(row, 0, lead);
    Require(accepted == lead.errors.empty(), "a row is accepted or has errors");
    for (const FieldError& error : lead.errors) {
      Require(!error.code.empty() && IsValidUtf8(error.message),
              "an error has a code and a message");
    }
    if (row.problem != CsvProblem::kNone) {
      Require(!accepted, "a row with a problem is no lead");
    } else {
      Require(intake::CheckJson(source.Canonical()) == intake::JsonProblem::kNone,
              "a canonical lead is JSON");
      Require(twin.Compare(source.mapper(), 0, lead).agree(),
              "a canonical lead means the same by itself");
    }
  }
}

}  // namespace
}  // namespace lq::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const lq::test::Example example = lq::test::EveryType();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  lq::test::RunReader(text);
  lq::test::RunSource(text, example);
  return 0;
}
