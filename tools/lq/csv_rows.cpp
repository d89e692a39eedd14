#include "tools/lq/csv_rows.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "tools/lq/packed_row.h"

namespace lq::tool {
namespace {

class RowDecoder : public LeadDecoder {
 public:
  RowDecoder(const plan::SourcePlan& plan, const plan::LeadSchema& schema,
             const std::string& header)
      : reader_(plan, schema) {
    reader_.Bind(UnpackRow(header, cells_));
  }
  void Begin(std::string_view bytes) override {
    row_ = UnpackRow(bytes, cells_);
    fresh_ = true;
  }
  bool Next(std::int64_t as_of, Lead& lead) override {
    if (!std::exchange(fresh_, false))
      return false;
    reader_.Read(row_, as_of, lead);
    return true;
  }
  LeadMapper* mapper() override {
    return row_.problem == CsvProblem::kNone ? &reader_.mapper() : nullptr;
  }

 private:
  RowReader reader_;
  CsvRow row_;
  bool fresh_ = false;
  std::vector<std::string_view> cells_;
};

}  // namespace

std::size_t CsvRows::Input::Read(char* to, std::size_t room) {
  const std::string_view bytes = file_.Next();
  const std::size_t count = std::min(room, bytes.size());
  std::memcpy(to, bytes.data(), count);
  file_.PutBack(bytes.substr(count));
  return count;
}

CsvRows::CsvRows(InputFile& file, const plan::SourcePlan& plan)
    : file_(file), input_(file), reader_(input_, CsvOptionsOf(plan)) {}

bool CsvRows::ReadHeader() {
  CsvRow row;
  if (!reader_.Next(row)) {
    return false;
  }
  PackRow(row, header_);
  return true;
}

void CsvRows::Next(LeadBatch& batch) {
  CsvRow row;
  while (!batch.full() && reader_.Next(row)) {
    packed_.clear();
    PackRow(row, packed_);
    batch.AppendWhole(packed_);
    batch.EndLead();
    if (row.problem == CsvProblem::kUnclosedQuote) {
      open_quote_ = row.line;
    }
  }
}

LayoutProblem CsvRows::layout_problem() const {
  if (open_quote_ == 0) {
    return {};
  }
  return {fmt::format("is read as one row from line {} to its end: a quote is never closed",
                      open_quote_),
          "close the quote; one that stands inside a cell is written twice"};
}

std::unique_ptr<LeadDecoder> RowDecoders::Make() const {
  return std::make_unique<RowDecoder>(plan_, schema_, header_);
}

}  // namespace lq::tool
