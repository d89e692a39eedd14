#pragma once

#include <memory>
#include <string>

#include "runtime/source/row_reader.h"
#include "tools/lq/input_file.h"
#include "tools/lq/lead_decoder.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// The rows of a CSV file behind its header, each packed (packed_row.h).
class CsvRows : public LeadFeed {
 public:
  // File and plan outlive it.
  CsvRows(InputFile& file, const plan::SourcePlan& plan);
  // Reads the header. False when the file is empty.
  bool ReadHeader();
  // The header, packed.
  const std::string& header() const { return header_; }

  void Next(LeadBatch& batch) override;
  LayoutProblem layout_problem() const override;

 private:
  class Input : public CsvInput {
   public:
    explicit Input(InputFile& file) : file_(file) {}
    std::size_t Read(char* to, std::size_t room) override;

   private:
    InputFile& file_;
  };

  InputFile& file_;
  Input input_;
  CsvReader reader_;
  std::string header_;
  std::string packed_;
  // The line where a row begins whose quote is never closed; 0 when there is none.
  std::uint64_t open_quote_ = 0;
};

// Reads rows by a source.
class RowDecoders : public LeadDecoders {
 public:
  // `header`: packed. All outlive it.
  RowDecoders(const plan::SourcePlan& plan, const plan::LeadSchema& schema,
              const std::string& header)
      : plan_(plan), schema_(schema), header_(header) {}
  std::unique_ptr<LeadDecoder> Make() const override;

 private:
  const plan::SourcePlan& plan_;
  const plan::LeadSchema& schema_;
  const std::string& header_;
};

}  // namespace lq::tool
