#include "runtime/intake/verdict_reader.h"

#include <gtest/gtest.h>

#include "runtime/plan/row_layout.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::test {
namespace {

class VerdictReading : public testing::Test {
 protected:
  const std::uint64_t* Read(std::string_view json) { return reader_.Read(json, kAsOf, lead_); }
  std::int64_t NumberOf(std::string_view path, const std::uint64_t* row) const {
    std::size_t i = 0;
    while (schema_.fields[i].path != path)
      ++i;
    return layout_.Get(i, row).number();
  }

  plan::LeadSchema schema_ = RichSchema();
  plan::RowLayout layout_{schema_};
  VerdictReader reader_{schema_};
  Lead lead_;
};

TEST_F(VerdictReading, GivesARowOfWhatIsPlain) {
  const std::uint64_t* const row = Read(R"({"$id":"L-1","n":12,"d":-1.5,"company":{"size":3}})");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(NumberOf("n", row), 12);
  EXPECT_EQ(NumberOf("d", row), -150);
  EXPECT_EQ(NumberOf("company.size", row), 3);
  EXPECT_EQ(lead_.id, "L-1");
}

TEST_F(VerdictReading, GivesTheLeadThatOnlyTheGeneralReaderTakes) {
  EXPECT_EQ(Read(R"({"$id":"L-\u0032","n":1.2e1,"unheard_of":[]})"), nullptr);
  EXPECT_EQ(Printed(schema_, lead_), "id L-2; n=12; 1 unknown");
}

TEST_F(VerdictReading, GivesTheLeadThatIsNoRow) {
  EXPECT_EQ(Read(R"({"$id":7,"n":{"from":1,"to":2}})"), nullptr);
  EXPECT_EQ(Printed(schema_, lead_), R"(id 7; n={"from":1,"to":2} band)");
}

TEST_F(VerdictReading, LeavesNothingOfTheLeadBefore) {
  EXPECT_EQ(Read(R"({"n":10001})"), nullptr);
  EXPECT_EQ(Printed(schema_, lead_), "! n range");
  EXPECT_NE(Read(R"({"n":1})"), nullptr);
  EXPECT_EQ(lead_.id, "");
  EXPECT_TRUE(lead_.errors.empty());
}

}  // namespace
}  // namespace lq::test
