#include "runtime/intake/verdict_reader.h"

#include <gtest/gtest.h>

#include "runtime/plan/row_layout.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::test {
namespace {

class VerdictReading : public testing::Test {
 protected:
  const std::uint64_t* Read(std::string_view json) { return reader_.Read(json, kAsOf); }
  std::int64_t NumberOf(std::string_view path, const std::uint64_t* row) const {
    std::size_t i = 0;
    while (schema_.fields[i].path != path)
      ++i;
    return layout_.Get(i, row).number();
  }

  plan::LeadSchema schema_ = RichSchema();
  plan::RowLayout layout_{schema_};
  VerdictReader reader_{schema_};
};

TEST_F(VerdictReading, GivesARowOfWhatIsPlain) {
  const std::uint64_t* const row = Read(R"({"$id":"L-1","n":12,"d":-1.5,"company":{"size":3}})");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(NumberOf("n", row), 12);
  EXPECT_EQ(NumberOf("d", row), -150);
  EXPECT_EQ(NumberOf("company.size", row), 3);
  EXPECT_EQ(reader_.id(), "L-1");
}

TEST_F(VerdictReading, GivesARowOfWhatOnlyTheGeneralReaderTakes) {
  const std::uint64_t* const row = Read(R"({"$id":"L-\u0032","n":1.2e1,"unheard_of":[]})");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(NumberOf("n", row), 12);
  EXPECT_EQ(reader_.id(), "L-2");
}

TEST_F(VerdictReading, GivesTheLeadThatIsNoRow) {
  EXPECT_EQ(Read(R"({"$id":7,"n":{"from":1,"to":2}})"), nullptr);
  EXPECT_EQ(Printed(schema_, reader_.lead()), R"(id 7; n={"from":1,"to":2} band)");
  EXPECT_EQ(Read(R"({"n":10001})"), nullptr);
  EXPECT_EQ(Printed(schema_, reader_.lead()), "! n range");
  EXPECT_EQ(reader_.id(), "");
}

}  // namespace
}  // namespace lq::test
