#include "compiler/check/range.h"

#include <gtest/gtest.h>

#include <limits>

namespace lq::check {
namespace {

constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

TEST(Range, SumsAndDifferencesOfEnds) {
  const WideRange sum = WideRange{-3, 5} + WideRange{10, 20};
  EXPECT_EQ(WideText(sum.low), "7");
  EXPECT_EQ(WideText(sum.high), "25");
  const WideRange difference = WideRange{-3, 5} - WideRange{10, 20};
  EXPECT_EQ(WideText(difference.low), "-23");
  EXPECT_EQ(WideText(difference.high), "-5");
}

TEST(Range, ProductsTakeTheOutermostCorners) {
  const WideRange product = WideRange{-3, 5} * WideRange{-2, 4};
  EXPECT_EQ(WideText(product.low), "-12");
  EXPECT_EQ(WideText(product.high), "20");
}

TEST(Range, NothingIsLostBeyond64Bits) {
  const WideRange large{kGreatest, kGreatest};
  EXPECT_EQ(WideText((large + large).high), "18446744073709551614");
  EXPECT_EQ(WideText((large * large).high), "85070591730234615847396907784232501249");
  EXPECT_EQ(WideText(-(large + large).high), "-18446744073709551614");
  EXPECT_EQ(WideText(0), "0");
}

}  // namespace
}  // namespace lq::check
