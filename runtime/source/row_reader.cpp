#include "runtime/source/row_reader.h"

#include <fmt/format.h>

#include "runtime/source/column_names.h"

namespace lq {

CsvOptions CsvOptionsOf(const plan::SourcePlan& plan) {
  CsvOptions options;
  options.separator = plan.separator;
  return options;
}

RowReader::RowReader(const plan::SourcePlan& plan, const plan::LeadSchema& schema)
    : plan_(plan), mapper_(plan, schema), places_(plan.places.size()) {}

std::vector<std::string> RowReader::Bind(const CsvRow& header) {
  const ColumnNames names(plan_, header);
  file_width_ = header.cells.size();
  columns_ = names.columns();
  unmapped_ = names.unmapped();
  return names.problems();
}

bool RowReader::Read(const CsvRow& row, std::int64_t as_of, Lead& lead) {
  if (row.problem != CsvProblem::kNone)
    return RejectRow(row, lead);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] != ColumnNames::kNone)
      places_[i] = {PlaceValue::Kind::kText, row.cells[columns_[i]]};
  }
  if (mapper_.Read(places_, as_of, lead))
    return true;
  mapper_.Reword({fmt::format(", line {}", row.line), fmt::format("line {}: ", row.line)}, lead);
  return false;
}

bool RowReader::RejectRow(const CsvRow& row, Lead& lead) const {
  lead.Clear();
  const bool large = row.problem == CsvProblem::kTooLarge;
  lead.errors.push_back(
      {"", large ? "too_large" : "not_csv",
       fmt::format("line {}: {}", row.line, DescribeCsvProblem(row, file_width_))});
  return false;
}

}  // namespace lq
