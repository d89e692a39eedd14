#include "compiler/check/table_regions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lq::check {
namespace {

constexpr std::size_t kBudget = 1'000'000;

// Every point of a small space, counted through.
class Points {
 public:
  explicit Points(const Regions& regions) : regions_(regions), point_(regions.axis_sizes.size()) {}

  const std::vector<std::uint32_t>& point() const { return point_; }

  bool Next() {
    for (std::size_t axis = 0; axis < point_.size(); ++axis) {
      if (++point_[axis] < regions_.axis_sizes[axis])
        return true;
      point_[axis] = 0;
    }
    return false;
  }

 private:
  const Regions& regions_;
  std::vector<std::uint32_t> point_;
};

bool Has(const IndexSet& side, std::uint32_t index) {
  return std::any_of(side.begin(), side.end(), [&](const IndexRange& range) {
    return range.first <= index && index <= range.last;
  });
}

bool Has(const Box& box, const std::vector<std::uint32_t>& point) {
  for (std::size_t axis = 0; axis < point.size(); ++axis) {
    if (!Has(box.sides[axis], point[axis]))
      return false;
  }
  return true;
}

IndexSet RandomSide(std::mt19937& random, std::uint32_t size) {
  IndexSet side;
  for (std::uint32_t index = 0; index < size; ++index) {
    if (random() % 3 == 0)
      continue;
    if (!side.empty() && side.back().last + 1 == index) {
      side.back().last = index;
    } else {
      side.push_back({index, index});
    }
  }
  return side;
}

Regions RandomRegions(std::mt19937& random) {
  Regions regions;
  const std::size_t axes = 1 + random() % 3;
  for (std::size_t axis = 0; axis < axes; ++axis)
    regions.axis_sizes.push_back(1 + random() % 5);
  const std::size_t rows = 1 + random() % 6;
  for (std::size_t row = 0; row < rows; ++row) {
    Box box;
    for (const std::uint32_t size : regions.axis_sizes)
      box.sides.push_back(RandomSide(random, size));
    regions.rows.push_back(std::move(box));
  }
  return regions;
}

// By row: the earliest row that shares a point with it, found point by point.
std::vector<std::size_t> PartnersByTrial(const Regions& regions) {
  std::vector<std::size_t> partners(regions.rows.size(), SIZE_MAX);
  Points points(regions);
  do {
    std::size_t first = SIZE_MAX;
    for (std::size_t row = 0; row < regions.rows.size(); ++row) {
      if (!Has(regions.rows[row], points.point()))
        continue;
      if (first == SIZE_MAX) {
        first = row;
      } else {
        partners[row] = std::min(partners[row], first);
      }
    }
  } while (points.Next());
  return partners;
}

bool IsCovered(const Regions& regions, const std::vector<std::uint32_t>& point) {
  return std::any_of(regions.rows.begin(), regions.rows.end(),
                     [&](const Box& box) { return Has(box, point); });
}

TEST(TableRegions, OverlapsAreThoseThatATrialOfAllPointsFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    const Regions regions = RandomRegions(random);
    std::vector<std::size_t> partners(regions.rows.size(), SIZE_MAX);
    for (const RowOverlap& overlap : FindOverlaps(regions, regions.rows.size())) {
      partners[overlap.second] = overlap.first;
      EXPECT_TRUE(Has(regions.rows[overlap.first], overlap.point));
      EXPECT_TRUE(Has(regions.rows[overlap.second], overlap.point));
    }
    EXPECT_EQ(partners, PartnersByTrial(regions)) << "round " << round;
  }
}

TEST(TableRegions, GapsAreThoseThatATrialOfAllPointsFinds) {
  std::mt19937 random(8);
  int complete = 0;
  for (int round = 0; round < 2'000; ++round) {
    const Regions regions = RandomRegions(random);
    bool all = true;
    Points points(regions);
    do {
      all = all && IsCovered(regions, points.point());
    } while (points.Next());
    RowGap gap;
    ASSERT_EQ(FindGap(regions, kBudget, gap), all ? Completeness::kComplete : Completeness::kGap)
        << "round " << round;
    if (all) {
      ++complete;
      continue;
    }
    std::vector<std::uint32_t> point;
    for (const std::optional<std::uint32_t>& index : gap.point)
      point.push_back(index.value_or(0));
    EXPECT_FALSE(IsCovered(regions, point)) << "round " << round;
  }
  EXPECT_GT(complete, 100);
}

// Rows that follow each other on the first axis and do not care about the second.
Regions Staircase(std::uint32_t rows) {
  Regions regions;
  regions.axis_sizes = {rows, 3};
  for (std::uint32_t row = 0; row < rows; ++row) {
    regions.rows.push_back({{IndexSet{{row, row}}, IndexSet{{0, 2}}}});
  }
  return regions;
}

TEST(TableRegions, TenThousandRowsOfIntervalsAreQuick) {
  Regions regions = Staircase(10'000);
  EXPECT_TRUE(FindOverlaps(regions, 3).empty());
  RowGap gap;
  EXPECT_EQ(FindGap(regions, kBudget, gap), Completeness::kComplete);
  regions.rows[6'000].sides[0] = {{5'999, 6'000}};
  const std::vector<RowOverlap> overlaps = FindOverlaps(regions, 3);
  ASSERT_EQ(overlaps.size(), 1u);
  EXPECT_EQ(overlaps[0].first, 5'999u);
  EXPECT_EQ(overlaps[0].second, 6'000u);
}

TEST(TableRegions, AGapNamesOnlyAxesThatMatter) {
  Regions regions = Staircase(10);
  regions.rows[4].sides[0].clear();
  RowGap gap;
  ASSERT_EQ(FindGap(regions, kBudget, gap), Completeness::kGap);
  EXPECT_EQ(gap.point[0], 4u);
  EXPECT_EQ(gap.point[1], std::nullopt);
}

TEST(TableRegions, TheSearchForAGapGivesUp) {
  std::mt19937 random(9);
  Regions regions;
  regions.axis_sizes.assign(12, 8);
  for (int row = 0; row < 60; ++row) {
    Box box;
    for (const std::uint32_t size : regions.axis_sizes) {
      const auto hole = static_cast<std::uint32_t>(random() % (size - 2)) + 1;
      box.sides.push_back({{0, hole - 1}, {hole + 1, size - 1}});
    }
    regions.rows.push_back(std::move(box));
  }
  RowGap gap;
  EXPECT_NE(FindGap(regions, 10'000, gap), Completeness::kComplete);
}

}  // namespace
}  // namespace lq::check
