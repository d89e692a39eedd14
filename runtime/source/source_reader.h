#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/csv/csv_reader.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/cell_value.h"
#include "runtime/value/lead.h"

namespace lq {

// Runs a compiled source over the rows of a CSV file: a row becomes a canonical lead, which intake
// reads like any other, so that there is one validation. Errors are put into the source's words:
// column, line, value. One reader a thread; plan and schema outlive it.
//
//   CsvReader csv(input, CsvOptionsOf(plan));
//   SourceReader source(plan, schema);
//   CsvRow row;
//   if (!csv.Next(row)) …             the file is empty
//   problems = source.Bind(row);      none: the rows that follow can be read
//   while (csv.Next(row)) source.Read(row, as_of, lead);
class SourceReader {
 public:
  // `schema` is the one that the plan gives leads of, of the same name and version.
  SourceReader(const plan::SourcePlan& plan, const plan::LeadSchema& schema);

  // Finds the source's columns in the header. What is wrong, one sentence each; empty when nothing
  // is.
  std::vector<std::string> Bind(const CsvRow& header);

  // Clears `lead` first. Returns whether the lead was accepted; if not, lead.errors says why.
  bool Read(const CsvRow& row, std::int64_t as_of, Lead& lead);

  // The last row that had no problem as a canonical lead.
  std::string_view canonical() const { return json_; }

  // After Bind: columns that the source neither maps nor ignores, in the file's order.
  const std::vector<std::string>& unmapped() const { return unmapped_; }

 private:
  // One mapped field, in the order of the canonical lead.
  struct Slot {
    const plan::SourceField* source = nullptr;
    const plan::SchemaField* schema = nullptr;
    // Objects that end before it, and what stands before its value: `"company":{"size":`.
    std::string close;
    std::string open;
    // Of the current row: what was read, where, and why it is no value.
    std::string_view text;
    std::uint32_t place = 0;
    bool failed = false;
    CellProblem problem;
  };

  std::string_view TextAt(const CsvRow& row, std::uint32_t place) const;
  bool ReadTime(const CsvRow& row);
  FieldError TimeError(const CsvRow& row) const;
  void BuildJson(const CsvRow& row);
  void AppendId(const CsvRow& row);
  void AppendSlot(Slot& slot, const CsvRow& row);
  void AppendReport(const Slot& slot, std::string_view value);
  std::string Place(std::uint32_t place, const CsvRow& row) const;
  std::string PlacesOf(const Slot& slot, const CsvRow& row) const;
  void Reword(const CsvRow& row, FieldError& error) const;

  const plan::SourcePlan& plan_;
  LeadReader reader_;
  std::vector<Slot> slots_;
  std::string tail_;
  std::size_t file_width_ = 0;
  // One a place of the plan; ColumnNames::kNone when the file lacks it.
  std::vector<std::size_t> columns_;
  std::vector<std::string> unmapped_;
  std::string json_;
  std::string value_;
  // Of the current row: `,"at":"…"` or nothing.
  std::string at_;
};

// What the plan says of the file's layout.
CsvOptions CsvOptionsOf(const plan::SourcePlan& plan);

}  // namespace lq
