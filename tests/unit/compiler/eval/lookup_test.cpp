#include "compiler/eval/lookup.h"

#include <gtest/gtest.h>

#include "runtime/value/values.h"
#include "tests/support/program/program_builder.h"

namespace lq::eval {
namespace {

// A lookup from an integer and a yes_no: (1, no) is 10, (1, yes) is 11, (2, no) is 20;
// otherwise 99.
class LookupTest : public testing::Test, public test::ProgramBuilder {
 protected:
  LookupTest() {
    lookup_.type = test::IntegerType(0, 100);
    lookup_.keys = {0, 1};
    lookup_.rows = {Row(1, 0, 10), Row(1, 1, 11), Row(2, 0, 20)};
    lookup_.otherwise = Value::Number(99);
  }

  static ir::LookupRow Row(std::int64_t n, std::int64_t y, std::int64_t value) {
    return {{Value::Number(n), Value::Number(y)}, Value::Number(value)};
  }

  std::string Answer() {
    Situation situation = {program, lead, inputs_, arena_};
    std::string out;
    AppendPossibleText(lookup_.type, LookupValues(situation, lookup_), out);
    return out;
  }

  const ir::ExprId n_ = Field("n", test::IntegerType(1, 2));
  const ir::ExprId y_ = Field("y", test::YesNoType());

 private:
  ir::Lookup lookup_;
  OracleInputs inputs_;
  Arena arena_;
};

TEST_F(LookupTest, KnownKeysGiveTheRowOrOtherwise) {
  Set(n_, {1});
  Set(y_, {1});
  EXPECT_EQ(Answer(), "11");
  Set(n_, {2});
  EXPECT_EQ(Answer(), "99");
}

TEST_F(LookupTest, ListedKeysAreLookedUpValueByValue) {
  Set(n_, {1, 2});
  Set(y_, {0});
  EXPECT_EQ(Answer(), "10 or 20");
  Set(y_, {0, 1});
  EXPECT_EQ(Answer(), "10, 11, 20 or 99");
}

TEST_F(LookupTest, AMissingYesNoIsItsTwoValues) {
  Set(n_, {1});
  EXPECT_EQ(Answer(), "10 or 11");
  Set(n_, {2});
  EXPECT_EQ(Answer(), "20 or 99");
}

TEST_F(LookupTest, ABandIsNotListed) {
  SetBand(n_, 1, 2);
  Set(y_, {0});
  EXPECT_EQ(Answer(), "10, 20 or 99");
}

}  // namespace
}  // namespace lq::eval
