#include "runtime/batch/batch_reader.h"

#include <bit>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "runtime/batch/column_binding.h"
#include "runtime/batch/export_columns.h"
#include "runtime/value/date.h"
#include "tests/support/columns/exported.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::batch {
namespace {

using Layout = OutColumn::Layout;

class Reading : public testing::Test {
 protected:
  // A column of numbers of any Arrow type, given as their bits.
  OutColumn& AddNumbers(std::string name, std::string format, int width,
                        std::initializer_list<std::int64_t> numbers) {
    OutColumn& column = root_.AddChild(
        std::make_unique<OutColumn>(std::move(name), std::move(format), Layout::kNumber, width));
    for (const std::int64_t number : numbers)
      column.AppendNumber(number);
    return column;
  }

  OutColumn& AddTexts(std::string name, std::initializer_list<std::string_view> texts) {
    OutColumn& column = root_.AddChild(OutColumn::Text(std::move(name)));
    for (const std::string_view text : texts)
      column.AppendText(text);
    return column;
  }

  // Each lead on a line, its messages behind it.
  std::string Read() {
    for (std::int64_t row = 0; row < root_.children()[0]->length(); ++row)
      root_.EndStruct();
    ExportSchema(root_, exported_.types);
    export_.Export(root_, exported_.array, [] {});
    return ReadExported();
  }

  std::string ReadExported() {
    const ColumnBinding binding(schema_, exported_.types);
    std::string text;
    for (const std::string& problem : binding.problems())
      text += problem + "\n";
    if (!text.empty())
      return text;
    BatchReader reader(schema_, binding);
    std::int64_t rows = 0;
    if (!reader.Open(exported_.array, test::kAsOf, text) || !reader.NextBlock(rows, text))
      return text;
    Lead lead;
    for (std::int64_t row = 0; row < rows; ++row) {
      reader.Read(row, lead);
      text += test::Printed(schema_, lead) + "\n";
      for (const FieldError& error : lead.errors)
        text += "  " + error.message + "\n";
    }
    return text;
  }

  plan::LeadSchema schema_ = test::RichSchema();
  OutColumn root_{"", "+s", Layout::kStruct};
  ColumnExport export_;
  test::Exported exported_;
};

std::int64_t Bits(double number) { return std::bit_cast<std::int64_t>(number); }

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

TEST_F(Reading, FloatsAreTheShortestDecimalThatMeansThem) {
  AddNumbers("d", "g", 8,
             {Bits(0.1), Bits(-0.0), Bits(0.1 + 0.2), Bits(1e300), Bits(std::nan("")),
              Bits(-std::numeric_limits<double>::infinity()), Bits(99.99)});
  EXPECT_EQ(Read(),
            "d=\"0.10\"\n"
            "d=\"0.00\"\n"
            "! d format\n"
            "  `d` is 0.30000000000000004, but it takes at most 2 decimal places; round it\n"
            "! d range\n"
            "  `d` is 1e+300, but it goes from -100.00 to 100.00; correct the value, or "
            "widen the field's range\n"
            "! d format\n"
            "  `d` is \"nan\", but it takes a number from -100.00 to 100.00\n"
            "! d format\n"
            "  `d` is \"-inf\", but it takes a number from -100.00 to 100.00\n"
            "d=\"99.99\"\n");
}

TEST_F(Reading, IntegersOfAnyWidth) {
  AddNumbers("whole", "L", 8, {0, kMost, -1, kLeast});
  AddNumbers("n", "c", 1, {0, 127, -1, -128});
  AddNumbers("any", "C", 1, {0, 100, 101, 255});
  EXPECT_EQ(Read(),
            "n=0; whole=0; any=0\n"
            "n=127; whole=9223372036854775807; any=100\n"
            "! any range; n range; whole range\n"
            "  `any` is 101, but it goes from 0 to 100; correct the value, or widen the "
            "field's range\n"
            "  `n` is -1, but it goes from 0 to 10000; correct the value, or widen the "
            "field's range\n"
            "  `whole` is 18446744073709551615, but it goes from -9223372036854775808 to "
            "9223372036854775807; correct the value, or widen the field's range\n"
            "! any range; n range; whole range\n"
            "  `any` is 255, but it goes from 0 to 100; correct the value, or widen the "
            "field's range\n"
            "  `n` is -128, but it goes from 0 to 10000; correct the value, or widen the "
            "field's range\n"
            "  `whole` is 9223372036854775808, but it goes from -9223372036854775808 to "
            "9223372036854775807; correct the value, or widen the field's range\n");
}

// Ends of ranges that no whole number reaches.
TEST_F(Reading, WholeNumbersBetweenDecimals) {
  for (plan::SchemaField& field : schema_.fields) {
    if (field.path == "d") {
      field.type.low = -150;
      field.type.high = 150;
    }
  }
  AddNumbers("d", "c", 1, {-2, -1, 0, 1, 2});
  EXPECT_EQ(Read(),
            "! d range\n"
            "  `d` is -2, but it goes from -1.50 to 1.50; correct the value, or widen the field's "
            "range\n"
            "d=\"-1.00\"\n"
            "d=\"0.00\"\n"
            "d=\"1.00\"\n"
            "! d range\n"
            "  `d` is 2, but it goes from -1.50 to 1.50; correct the value, or widen the field's "
            "range\n");
}

TEST_F(Reading, DecimalsAreExact) {
  AddNumbers("d", "d:19,4", 16, {125'000, 125'010, -1'000'000, kMost, 1});
  AddNumbers("whole", "d:38,-3", 16, {12, kMost, 0, -5, kLeast});
  AddNumbers("n", "d:9,2,32", 4, {1200, 1250, -100, 0, 1});
  EXPECT_EQ(Read(),
            "n=12; whole=12000; d=\"12.50\"\n"
            "! d format; n type; whole range\n"
            "  `d` is 12.5010, but it takes at most 2 decimal places; round it\n"
            "  `n` is 12.50, but it takes a whole number from 0 to 10000\n"
            "  `whole` is 9223372036854775807000, but it goes from -9223372036854775808 to "
            "9223372036854775807; correct the value, or widen the field's range\n"
            "! n range\n"
            "  `n` is -1.00, but it goes from 0 to 10000; correct the value, or widen the "
            "field's range\n"
            "! d format\n"
            "  `d` is 922337203685477.5807, but it takes at most 2 decimal places; round it\n"
            "! d format; n type; whole range\n"
            "  `d` is 0.0001, but it takes at most 2 decimal places; round it\n"
            "  `n` is 0.01, but it takes a whole number from 0 to 10000\n"
            "  `whole` is -9223372036854775808000, but it goes from -9223372036854775808 to "
            "9223372036854775807; correct the value, or widen the field's range\n");
}

TEST_F(Reading, DatesAndTimes) {
  AddNumbers("day", "tdm", 8, {0, kMillisecondsPerDay, 1, -kMillisecondsPerDay, kMost});
  AddNumbers("at", "tsu:UTC", 8, {0, 1'500'000, 1'500'001, -1, kLeast});
  EXPECT_EQ(Read(),
            "day=\"1970-01-01\"; at=\"1970-01-01T00:00:00Z\"\n"
            "day=\"1970-01-02\"; at=\"1970-01-01T00:00:01.500Z\"\n"
            "! at format; day format\n"
            "  `at` is \"1970-01-01T00:00:01.500001Z\", but it takes a date and time with "
            "its zone, written \"2026-07-01T10:00:00Z\"\n"
            "  `day` is \"1970-01-01T00:00:00.001Z\", but it takes a date of the calendar, "
            "written \"2026-07-01\"\n"
            "! at format\n"
            "  `at` is \"1969-12-31T23:59:59.999999Z\", but it takes a date and time with "
            "its zone, written \"2026-07-01T10:00:00Z\"\n"
            "! at format; day format\n"
            "  `at` is \"-9223372036855 seconds since 1970\", but it takes a date and time "
            "with its zone, written \"2026-07-01T10:00:00Z\"\n"
            "  `day` is \"9223372036854775 seconds since 1970\", but it takes a date of the "
            "calendar, written \"2026-07-01\"\n");
}

TEST_F(Reading, DatesBeyondTheCalendar) {
  AddNumbers("day", "tdD", 4, {kFirstDay, kLastDay, kLastDay + 1, kFirstDay - 1});
  AddNumbers("at", "tss:UTC", 8, {0, kLastInstant / 1000, kLastInstant / 1000 + 1, kMost});
  EXPECT_EQ(Read(),
            "day=\"0001-01-01\"; at=\"1970-01-01T00:00:00Z\"\n"
            "day=\"9999-12-31\"; at=\"9999-12-31T23:59:59Z\"\n"
            "! at format; day format\n"
            "  `at` is \"253402300800 seconds since 1970\", but it takes a date and time "
            "with its zone, written \"2026-07-01T10:00:00Z\"\n"
            "  `day` is \"2932897 days since 1970\", but it takes a date of the calendar, "
            "written \"2026-07-01\"\n"
            "! at format; day format\n"
            "  `at` is \"9223372036854775807 seconds since 1970\", but it takes a date and "
            "time with its zone, written \"2026-07-01T10:00:00Z\"\n"
            "  `day` is \"-719163 days since 1970\", but it takes a date of the calendar, "
            "written \"2026-07-01\"\n");
}

TEST_F(Reading, JsonSaysWhatAColumnCannot) {
  AddTexts("company.size:json",
           {R"({"from":51,"to":200})", R"({"reports":[{"value":24,"source":"crm"}]})", "12", "",
            "null", "{", R"({"from":1,"from":2})", "1 2"});
  EXPECT_EQ(Read(),
            "company.size={\"from\":51,\"to\":200} band\n"
            "company.size=24\n"
            "company.size=12\n\n\n"
            "!  not_json\n"
            "  column `company.size:json`: the cell is not JSON: at line 1, column 2, a key "
            "in double quotes should stand, but there it ends\n"
            "!  duplicate_key\n"
            "  column `company.size:json`: the key `from` stands twice in one object, the "
            "second time at line 1, column 11; keep one of the two\n"
            "!  not_json\n"
            "  column `company.size:json`: the cell is not JSON: at line 1, column 3, it "
            "should end, but `2` stands there\n");
}

TEST_F(Reading, IdsAreTextsOrIntegers) {
  AddNumbers("$id", "l", 8, {45, -1}).AppendNull();
  AddNumbers("n", "l", 8, {1, 2, 3});
  EXPECT_EQ(Read(), "id 45; n=1\nid -1; n=2\nn=3\n");
}

TEST_F(Reading, WhatIsNoIdCountsAsNone) {
  AddTexts("$id", {"L-17", "", std::string_view("a\0b", 3), "\xFF"});
  EXPECT_EQ(Read(), R"(id L-17


!  not_json
  column `$id` holds bytes that are not UTF-8; convert them before they are decided
)");
}

TEST_F(Reading, ANullStructHidesWhatLiesBelow) {
  OutColumn& company = root_.AddChild(OutColumn::Struct("company"));
  OutColumn& size = company.AddChild(OutColumn::Int64("size"));
  size.AppendNumber(5);
  company.EndStruct();
  company.AppendNull();
  size.AppendNumber(7);
  company.EndStruct();
  EXPECT_EQ(Read(), "company.size=5\n\ncompany.size=7\n");
}

TEST_F(Reading, ANullRowIsNoLead) {
  AddNumbers("n", "l", 8, {1});
  root_.EndStruct();
  root_.AppendNull();
  ExportSchema(root_, exported_.types);
  export_.Export(root_, exported_.array, [] {});
  EXPECT_EQ(ReadExported(), R"(n=1
!  type
  the lead is null, but a lead is an object such as {"y": …}
)");
}

TEST_F(Reading, OffsetsOfStructsAndColumnsAddUp) {
  OutColumn& company = root_.AddChild(OutColumn::Struct("company"));
  OutColumn& size = company.AddChild(OutColumn::Int64("size"));
  for (std::int64_t row = 1; row <= 10; ++row) {
    if (row == 8)
      size.AppendNull();
    else
      size.AppendNumber(row);
    company.EndStruct();
    root_.EndStruct();
  }
  ExportSchema(root_, exported_.types);
  export_.Export(root_, exported_.array, [] {});
  ArrowArray& batch = exported_.array;
  batch.offset = 1;
  batch.children[0]->offset = 2;
  batch.children[0]->children[0]->offset = 3;
  batch.length = 3;
  EXPECT_EQ(ReadExported(), "company.size=7\n\ncompany.size=9\n");
}

TEST_F(Reading, ColumnsThatAreNoFieldAreCounted) {
  AddNumbers("n", "l", 8, {1});
  AddNumbers("age", "l", 8, {1});
  EXPECT_EQ(Read(), "n=1; 1 unknown\n");
}

TEST_F(Reading, NoRows) {
  AddNumbers("n", "l", 8, {});
  AddTexts("t", {});
  EXPECT_EQ(Read(), "");
}

TEST_F(Reading, ColumnsOfNothing) {
  root_.AddChild(OutColumn::Int64("n")).AppendNull();
  root_.AddChild(std::make_unique<OutColumn>("t", "n", Layout::kStruct)).EndStruct();
  root_.EndStruct();
  ExportSchema(root_, exported_.types);
  export_.Export(root_, exported_.array, [] {});
  exported_.array.children[1]->n_buffers = 0;
  EXPECT_EQ(ReadExported(), "\n");
}

}  // namespace
}  // namespace lq::batch
