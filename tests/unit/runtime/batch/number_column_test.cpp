#include "runtime/batch/number_column.h"

#include <limits>

#include <gtest/gtest.h>

#include "runtime/batch/export_columns.h"
#include "tests/support/columns/exported.h"

namespace lq::batch {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

// The least and the greatest whole number of an int64 column that is a value of such a decimal.
std::string Range(int places, std::int64_t low, std::int64_t high) {
  OutColumn root("", "+s", OutColumn::Layout::kStruct);
  root.AddChild(OutColumn::Int64("a"));
  ColumnExport columns;
  test::Exported exported;
  columns.Export(root, exported.array, [] {});
  ColumnType type;
  type.type = *ParseArrowFormat("l");
  ArrayView view;
  std::string problem;
  EXPECT_TRUE(view.Open(type, *exported.array.children[0], 0, 0, problem)) << problem;
  Type decimal;
  decimal.kind = TypeKind::kDecimal;
  decimal.places = static_cast<std::uint8_t>(places);
  decimal.low = low;
  decimal.high = high;
  const std::optional<NumberColumn> column = NumbersOf(view, decimal);
  return column ? std::to_string(column->low) + " " + std::to_string(column->high) : "cell by cell";
}

TEST(NumberColumn, TakesWhatIsInTheRangeOfTheType) {
  EXPECT_EQ(Range(2, -150, 150), "-1 1");
  EXPECT_EQ(Range(2, 1, 99), "1 0");
  EXPECT_EQ(Range(2, -100, -1), "-1 -1");
  EXPECT_EQ(Range(0, Limits::min(), Limits::max()), "-9223372036854775808 9223372036854775807");
}

// One below the least, times a hundred, would be a number far above.
TEST(NumberColumn, TakesNoneThatOverflows) {
  EXPECT_EQ(Range(2, Limits::min(), Limits::max()), "-92233720368547758 92233720368547758");
  EXPECT_EQ(Range(6, Limits::min(), Limits::max()), "-9223372036854 9223372036854");
}

}  // namespace
}  // namespace lq::batch
