#include <cstring>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "runtime/batch/batch_reader.h"
#include "runtime/batch/column_binding.h"
#include "runtime/batch/export_columns.h"
#include "tests/support/columns/exported.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::batch {
namespace {

constexpr std::int64_t kRows = 3;

// A batch of three leads that is right, until a test breaks it.
class HostileBatch : public testing::Test {
 protected:
  void SetUp() override {
    OutColumn& numbers = root_.AddChild(OutColumn::Int64("n"));
    OutColumn& texts = root_.AddChild(OutColumn::Text("long"));
    OutColumn& words = root_.AddChild(OutColumn::Dictionary("e", OutColumn::Text("")));
    OutColumn& lists = root_.AddChild(OutColumn::List("ts", OutColumn::Text("item")));
    OutColumn& company = root_.AddChild(OutColumn::Struct("company"));
    OutColumn& size = company.AddChild(OutColumn::Int64("size"));
    words.dictionary()->AppendText("red");
    for (std::int64_t row = 0; row < kRows; ++row) {
      numbers.AppendNumber(row);
      texts.AppendText("text");
      words.AppendNumber(0);
      lists.items().AppendText("a");
      lists.EndList();
      size.AppendNumber(row + 1);
      company.EndStruct();
      root_.EndStruct();
    }
    ExportSchema(root_, exported_.types);
    export_.Export(root_, exported_.array, [] {});
    binding_.emplace(schema_, exported_.types);
    ASSERT_EQ(binding_->problems(), std::vector<std::string>());
  }

  ArrowArray& Column(std::size_t i) { return *exported_.array.children[i]; }

  // What is wrong with the batch; else its leads.
  std::string Read() {
    BatchReader reader(schema_, *binding_);
    std::string text;
    std::int64_t rows = 0;
    if (!reader.Open(exported_.array, test::kAsOf, text) || !reader.NextBlock(rows, text))
      return text;
    Lead lead;
    for (std::int64_t row = 0; row < rows; ++row) {
      reader.Read(row, lead);
      text += test::Printed(schema_, lead) + "\n";
    }
    return text;
  }

  // The same with one thing that is wrong.
  template <typename Place, typename Value>
  std::string ReadWith(Place& place, Value value) {
    const Place before = place;
    place = static_cast<Place>(value);
    std::string text = Read();
    place = before;
    return text;
  }

  plan::LeadSchema schema_ = test::RichSchema();
  OutColumn root_{"", "+s", OutColumn::Layout::kStruct};
  ColumnExport export_;
  test::Exported exported_;
  std::optional<ColumnBinding> binding_;
};

TEST_F(HostileBatch, IsRightAtFirst) {
  EXPECT_EQ(Read(), R"(e="red"; long="text"; n=0; ts=["a"]; company.size=1
e="red"; long="text"; n=1; ts=["a"]; company.size=2
e="red"; long="text"; n=2; ts=["a"]; company.size=3
)");
}

TEST_F(HostileBatch, CountsThatCannotBe) {
  ArrowArray& batch = exported_.array;
  EXPECT_EQ(ReadWith(batch.release, nullptr),
            "the record batch is released already; decide a batch before you release it");
  EXPECT_EQ(
      ReadWith(batch.length, -1),
      "the record batch has a negative length, offset or count of nulls; its array is broken");
  EXPECT_EQ(ReadWith(batch.length, 4),
            "column `n` has 3 rows, but the batch needs 4; its array is broken");
  EXPECT_EQ(ReadWith(batch.length, std::numeric_limits<std::int64_t>::max()),
            "the record batch has a length or an offset beyond any memory; its array is broken");
  EXPECT_EQ(ReadWith(batch.offset, 1),
            "column `n` has 3 rows, but the batch needs 4; its array is broken");
  EXPECT_EQ(
      ReadWith(batch.offset, -1),
      "the record batch has a negative length, offset or count of nulls; its array is broken");
  EXPECT_EQ(ReadWith(batch.offset, std::numeric_limits<std::int64_t>::max()),
            "the record batch has a length or an offset beyond any memory; its array is broken");
  EXPECT_EQ(
      ReadWith(batch.null_count, -2),
      "the record batch has a negative length, offset or count of nulls; its array is broken");
  EXPECT_EQ(ReadWith(batch.null_count, 1),
            "the record batch has nulls, but does not say where; its array is broken");
  EXPECT_EQ(ReadWith(batch.n_children, 4),
            "column `n` is not where the bound schema has it; decide batches of that schema");
  EXPECT_EQ(ReadWith(batch.n_children, -1),
            "column `n` is not where the bound schema has it; decide batches of that schema");
  EXPECT_EQ(ReadWith(batch.children, nullptr),
            "column `n` is not where the bound schema has it; decide batches of that schema");
  EXPECT_EQ(ReadWith(batch.children[0], nullptr),
            "column `n` is not where the bound schema has it; decide batches of that schema");
}

TEST_F(HostileBatch, ColumnsThatAreBroken) {
  EXPECT_EQ(ReadWith(Column(0).release, nullptr),
            "column `n` is released already; decide a batch before you release it");
  EXPECT_EQ(ReadWith(Column(0).length, 2),
            "column `n` has 2 rows, but the batch needs 3; its array is broken");
  EXPECT_EQ(ReadWith(Column(0).n_buffers, 1),
            "column `n` has 1 buffers, but its type takes 2; its array is broken");
  EXPECT_EQ(ReadWith(Column(0).buffers, nullptr),
            "column `n` lacks its buffers; its array is broken");
  EXPECT_EQ(ReadWith(Column(0).buffers[1], nullptr),
            "column `n` lacks the buffer of its values; its array is broken");
  EXPECT_EQ(ReadWith(Column(0).null_count, 1),
            "column `n` has nulls, but does not say where; its array is broken");
  EXPECT_EQ(ReadWith(Column(1).buffers[2], nullptr),
            "column `long`, row 1: it has an offset that leads outside of it; its array is broken");
  EXPECT_EQ(ReadWith(Column(2).dictionary, nullptr),
            "column `e` lacks its dictionary; its array is broken");
  EXPECT_EQ(
      ReadWith(Column(2).dictionary->length, 0),
      "column `e`, row 1: it has an index that its dictionary does not have; its array is broken");
  EXPECT_EQ(ReadWith(Column(2).dictionary->length, -1),
            "column `e` has a dictionary that has a negative length, offset or count of nulls; its "
            "array is broken");
  EXPECT_EQ(
      ReadWith(Column(2).dictionary->release, nullptr),
      "column `e` has a dictionary that is released already; decide a batch before you release it");
  EXPECT_EQ(ReadWith(Column(3).n_children, 0),
            "column `ts` lacks the items of its lists; its array is broken");
  EXPECT_EQ(ReadWith(Column(3).children[0], nullptr),
            "column `ts` lacks the items of its lists; its array is broken");
  EXPECT_EQ(ReadWith(Column(3).children[0]->length, 2),
            "column `ts`, row 3: it has an offset that leads outside of it; its array is broken");
  EXPECT_EQ(
      ReadWith(Column(4).n_children, 0),
      "column `company.size` is not where the bound schema has it; decide batches of that schema");
  EXPECT_EQ(ReadWith(Column(4).length, 2),
            "column `company.size` has 2 rows, but the batch needs 3; its array is broken");
  EXPECT_EQ(ReadWith(Column(4).null_count, 2),
            "column `company.size` lies in a struct that does not say which of its rows are null; "
            "its array is broken");
  EXPECT_EQ(ReadWith(Column(4).n_buffers, 0),
            "column `company.size` lies in a struct that does not say which of its rows are null; "
            "its array is broken");
}

TEST_F(HostileBatch, OffsetsAndIndicesThatLeadOutside) {
  const std::int32_t back[] = {0, 4, 2, 12};
  EXPECT_EQ(ReadWith(Column(1).buffers[1], &back),
            "column `long`, row 2: it has an offset that leads outside of it; its array is broken");
  const std::int32_t negative[] = {-4, 0, 4, 8};
  EXPECT_EQ(ReadWith(Column(1).buffers[1], &negative),
            "column `long`, row 1: it has an offset that leads outside of it; its array is broken");
  const std::int32_t beyond[] = {0, 0, 1, 0};
  EXPECT_EQ(
      ReadWith(Column(2).buffers[1], &beyond),
      "column `e`, row 3: it has an index that its dictionary does not have; its array is broken");
  const std::int32_t below[] = {0, -1, 0, 0};
  EXPECT_EQ(
      ReadWith(Column(2).buffers[1], &below),
      "column `e`, row 2: it has an index that its dictionary does not have; its array is broken");
  const std::int32_t items[] = {0, 1, 2, 9};
  EXPECT_EQ(ReadWith(Column(3).buffers[1], &items),
            "column `ts`, row 3: it has an offset that leads outside of it; its array is broken");
}

// What is not UTF-8 rejects one lead.
TEST_F(HostileBatch, BytesThatAreNotUtf8) {
  EXPECT_EQ(ReadWith(Column(1).buffers[2], "text\xFF\xFE\xFD\xFCtext"),
            R"(e="red"; long="text"; n=0; ts=["a"]; company.size=1
!  not_json
e="red"; long="text"; n=2; ts=["a"]; company.size=3
)");
  EXPECT_EQ(ReadWith(Column(3).children[0]->buffers[2], "a\xFFz"),
            R"(e="red"; long="text"; n=0; ts=["a"]; company.size=1
!  not_json
e="red"; long="text"; n=2; ts=["z"]; company.size=3
)");
}

// Two counts changed at random: never a crash, always leads or one sentence.
TEST_F(HostileBatch, AnythingElse) {
  std::mt19937_64 random(1);
  using Limits = std::numeric_limits<std::int64_t>;
  constexpr std::int64_t kNumbers[] = {0, 1, 2, 3, 4, -1, -2, Limits::min(), Limits::max()};
  const auto any_place = [&]() -> std::int64_t& {
    ArrowArray& array = random() % 4 == 0 ? exported_.array : Column(random() % 5);
    std::int64_t* const places[] = {&array.length, &array.null_count, &array.n_buffers,
                                    &array.n_children};
    return *places[random() % std::size(places)];
  };
  // Never more rows than there are in memory: that nobody can tell.
  const auto any_number = [&] {
    const std::int64_t number = kNumbers[random() % std::size(kNumbers)];
    return number > kRows ? Limits::max() : number;
  };
  for (int round = 0; round < 20'000; ++round) {
    std::int64_t& place = any_place();
    const std::int64_t before = place;
    place = any_number();
    const std::string text = ReadWith(any_place(), any_number());
    place = before;
    const bool is_problem =
        text.find("broken") != std::string::npos || text.find("bound schema") != std::string::npos;
    EXPECT_TRUE(is_problem || text.empty() || text.ends_with('\n')) << text;
  }
  EXPECT_NE(Read(), "");
}

}  // namespace
}  // namespace lq::batch
