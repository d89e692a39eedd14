#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/csv/csv_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/lead_mapper.h"
#include "runtime/value/lead.h"

namespace lq {

// Runs a compiled source over the rows of a CSV file. Errors name column, line and value. One
// reader a thread; plan and schema outlive it.
//
//   CsvReader csv(input, CsvOptionsOf(plan));
//   RowReader source(plan, schema);
//   CsvRow row;
//   if (!csv.Next(row)) …             the file is empty
//   problems = source.Bind(row);      none: the rows that follow can be read
//   while (csv.Next(row)) source.Read(row, as_of, lead);
class RowReader {
 public:
  // `schema` is the one that the plan gives leads of, of the same name and version.
  RowReader(const plan::SourcePlan& plan, const plan::LeadSchema& schema);

  // Finds the source's columns in the header. What is wrong, one sentence each; empty when nothing
  // is.
  std::vector<std::string> Bind(const CsvRow& header);

  // Clears `lead` first. Returns whether the lead was accepted; if not, lead.errors says why.
  bool Read(const CsvRow& row, std::int64_t as_of, Lead& lead);

  // About the last row that had no problem as a row.
  LeadMapper& mapper() { return mapper_; }
  std::string_view Canonical() { return mapper_.Canonical(); }

  // After Bind: columns that the source neither maps nor ignores, in the file's order.
  const std::vector<std::string>& unmapped() const { return unmapped_; }

 private:
  bool RejectRow(const CsvRow& row, Lead& lead) const;

  const plan::SourcePlan& plan_;
  LeadMapper mapper_;
  std::size_t file_width_ = 0;
  // One a place of the plan; ColumnNames::kNone when the file lacks it.
  std::vector<std::size_t> columns_;
  std::vector<std::string> unmapped_;
  // Of the current row: one a place of the plan.
  std::vector<PlaceValue> places_;
};

// What the plan says of the file's layout.
CsvOptions CsvOptionsOf(const plan::SourcePlan& plan);

}  // namespace lq
