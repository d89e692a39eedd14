#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/csv/csv_reader.h"
#include "runtime/plan/source_plan.h"

namespace lq {

// A source's places found in the header of a file. Names are compared without white space around
// them.
class ColumnNames {
 public:
  static constexpr std::size_t kNone = SIZE_MAX;

  ColumnNames(const plan::SourcePlan& plan, const CsvRow& header);

  // One a place of the plan: its column, kNone when the file lacks it.
  const std::vector<std::size_t>& columns() const { return columns_; }
  // Columns that the source neither maps nor ignores.
  const std::vector<std::string>& unmapped() const { return unmapped_; }
  // One sentence each.
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  void FindColumn(const std::string& place);
  void FindUnmapped();
  void CheckField(const plan::SourceField& field);
  void CheckPlace(std::uint32_t place, std::string_view what);
  std::string NearNames(const std::string& place) const;
  void ShowNames();

  const plan::SourcePlan& plan_;
  std::vector<std::string_view> names_;
  std::vector<std::size_t> columns_;
  std::vector<std::string> unmapped_;
  std::vector<std::string> problems_;
};

}  // namespace lq
