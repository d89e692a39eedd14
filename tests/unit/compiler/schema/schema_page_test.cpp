#include <gtest/gtest.h>

#include "compiler/schema/schema_export.h"
#include "tests/support/source/example_source.h"

namespace lq {
namespace {

using testing::AssertionResult;

class SchemaPageTest : public testing::Test {
 protected:
  void SetUp() override {
    schema_.name = "lead_x";
    schema_.fields.resize(1);
    schema_.version = 2;
    field().path = "seats";
    field().type = test::NumberType(TypeKind::kInteger, 0, 1, 9);
  }

  ir::Field& field() { return schema_.fields[0]; }

  AssertionResult Says(const std::string& text) const {
    const std::string page = SchemaPage(schema_);
    return page.find(text) == std::string::npos ? testing::AssertionFailure() << page
                                                : testing::AssertionSuccess();
  }

  ir::Schema schema_;
};

TEST_F(SchemaPageTest, BeginsWithItsNameAndVersion) {
  EXPECT_EQ(SchemaPage(schema_).rfind("# lead\\_x, version 2\n\n| field |", 0), 0);
}

TEST_F(SchemaPageTest, RowsOfFields) {
  EXPECT_TRUE(Says("\n| `seats` | integer from 1 to 9 | optional |  |\n"));
  field().required = true;
  field().identifies = true;
  EXPECT_TRUE(Says("| required, identifies the lead |"));
  field().identifies = false;
  field().required = false;
  field().is_protected = true;
  EXPECT_TRUE(Says("| optional, carried only: no rule may read it |"));
}

TEST_F(SchemaPageTest, NotesOfAField) {
  field().question = "How many?";
  field().sources = {"crm", "web_form"};
  field().stale_after_days = 30;
  field().invalid_is_missing = true;
  EXPECT_TRUE(
      Says("| How many?; reported by crm, web\\_form; if they disagree, the first counts; "
           "stale after 30 days; what does not fit counts as missing |\n"));
  field().keep_both = true;
  EXPECT_TRUE(Says("if they disagree, all count"));
}

// A text of the schema stays in its cell.
TEST_F(SchemaPageTest, TextsDoNotBreakTheTable) {
  field().question = "a|b\n*c* `d` <e> [f] \\g";
  EXPECT_TRUE(Says("| a\\|b \\*c\\* \\`d\\` \\<e\\> \\[f\\] \\\\g |\n"));
}

TEST_F(SchemaPageTest, KeysThatAreNotListed) {
  EXPECT_TRUE(Says("\nKeys that are not listed are ignored and counted.\n"));
  schema_.reject_unknown = true;
  EXPECT_TRUE(Says("\nKeys that are not listed reject the lead.\n"));
}

TEST_F(SchemaPageTest, EachEnumIsShownOnce) {
  EXPECT_FALSE(Says("## Values"));
  Enum kinds;
  kinds.name = "kind";
  kinds.members = {{"demo", {"Book a demo", "A|B"}}, {"help", {}}};
  field().type = test::NumberType(TypeKind::kEnum, 0, 0, 1);
  field().type.enumeration = &kinds;
  schema_.fields.push_back(field());
  EXPECT_TRUE(
      Says("\n## Values\n\n### kind\n\n| value | also accepted |\n|---|---|\n"
           "| `demo` | Book a demo, A\\|B |\n| `help` |  |\n\n## How to write a value\n"));
  kinds.ignoring_case = true;
  EXPECT_TRUE(Says("| value | also accepted (upper and lower case count alike) |"));
}

}  // namespace
}  // namespace lq
