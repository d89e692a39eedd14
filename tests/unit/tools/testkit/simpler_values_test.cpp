#include "tools/testkit/simpler_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "runtime/value/date.h"
#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

class SimplerValuesTest : public testing::Test {
 protected:
  static Type TypeOf(TypeKind kind, std::int64_t low, std::int64_t high) {
    Type type;
    type.kind = kind;
    type.low = low;
    type.high = high;
    return type;
  }

  std::vector<std::int64_t> Simpler(const Type& type, std::int64_t number,
                                    const std::vector<Value>& turning = {}) {
    std::vector<std::int64_t> numbers;
    for (const Value& value : SimplerValues(type, Value::Number(number), turning, arena_))
      numbers.push_back(value.number());
    return numbers;
  }

  Arena arena_;
};

TEST_F(SimplerValuesTest, RoundNumbersFirst) {
  const std::vector<std::int64_t> numbers = Simpler(TypeOf(TypeKind::kInteger, 3, 5000), 4217);
  ASSERT_FALSE(numbers.empty());
  EXPECT_EQ(numbers.front(), 3);
  EXPECT_EQ(numbers[1], 5);
  // Nothing is as long as the number itself, and all are within the range.
  EXPECT_EQ(numbers.back(), 4220);
  for (const std::int64_t number : numbers)
    EXPECT_TRUE(number >= 3 && number <= 5000);
}

TEST_F(SimplerValuesTest, ABoundaryOfThePolicyIsTried) {
  const Type type = TypeOf(TypeKind::kInteger, 1, 100'000);
  const std::vector<std::int64_t> numbers = Simpler(type, 98'765, {Value::Number(1234)});
  EXPECT_NE(std::find(numbers.begin(), numbers.end(), 1234), numbers.end());
}

TEST_F(SimplerValuesTest, NothingIsSimplerThanTheSimplest) {
  EXPECT_TRUE(Simpler(TypeOf(TypeKind::kInteger, -5, 5), 0).empty());
  EXPECT_TRUE(Simpler(TypeOf(TypeKind::kYesNo, 0, 1), 0).empty());
}

TEST_F(SimplerValuesTest, TheWholeRangeOf64Bits) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const Type type = TypeOf(TypeKind::kInteger, std::numeric_limits<std::int64_t>::min(), most);
  EXPECT_EQ(Simpler(type, most).front(), 0);
  EXPECT_EQ(Simpler(type, type.low).front(), 0);
}

TEST_F(SimplerValuesTest, TheFirstOfAMonth) {
  const Type type = TypeOf(TypeKind::kDate, kFirstDay, kLastDay);
  const std::vector<std::int64_t> days = Simpler(type, DaysFromCivil({2027, 5, 17}));
  EXPECT_EQ(days.front(), DaysFromCivil({2026, 1, 1}));
  EXPECT_NE(std::find(days.begin(), days.end(), DaysFromCivil({2027, 5, 1})), days.end());
}

TEST_F(SimplerValuesTest, ShortTexts) {
  Type type;
  type.kind = TypeKind::kText;
  const std::vector<Value> turning = {Value::Text("a longer text"), Value::Text("seo")};
  const std::vector<Value> texts = SimplerValues(type, Value::Text("seo offer"), turning, arena_);
  ASSERT_EQ(texts.size(), 2u);
  EXPECT_EQ(texts[0].text(), "a");
  EXPECT_EQ(texts[1].text(), "seo");
}

TEST_F(SimplerValuesTest, ShortLists) {
  Type type;
  type.kind = TypeKind::kList;
  type.element = TypeKind::kCountry;
  const std::vector<Value> items = {Value::Number(3), Value::Number(5)};
  const std::vector<Value> lists = SimplerValues(type, Value::List(items), {}, arena_);
  ASSERT_EQ(lists.size(), 3u);
  EXPECT_TRUE(lists[0].items().empty());
  EXPECT_EQ(lists[1].items()[0].number(), 3);
  EXPECT_EQ(lists[2].items()[0].number(), 5);
}

}  // namespace
}  // namespace lq::testkit
