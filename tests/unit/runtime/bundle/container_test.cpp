#include "runtime/bundle/container.h"

#include <gtest/gtest.h>

#include "runtime/bundle/little_endian.h"
#include "tests/support/bundle/sample_bundle.h"

namespace lq::bundle {
namespace {

std::string TwoSections() {
  return PackSections({{1, true, "abc"}, {4'000'000, false, "12345678"}});
}

Problem ProblemOf(std::string_view bytes) {
  Problem problem;
  Container container;
  EXPECT_FALSE(UnpackSections(bytes, container, problem));
  return problem;
}

TEST(Container, GivesBackTheSectionsEightByteAligned) {
  const std::string bytes = TwoSections();
  Container container;
  Problem problem;
  ASSERT_TRUE(UnpackSections(bytes, container, problem)) << problem.text;
  ASSERT_EQ(container.sections.size(), 2U);
  EXPECT_EQ(container.Find(1)->bytes, "abc");
  EXPECT_TRUE(container.Find(1)->needed);
  EXPECT_EQ(container.Find(4'000'000)->bytes, "12345678");
  EXPECT_FALSE(container.Find(4'000'000)->needed);
  EXPECT_EQ(container.Find(2), nullptr);
  for (const Section& section : container.sections)
    EXPECT_EQ((section.bytes.data() - bytes.data()) % 8, 0);
}

// The layout that docs/bundles.md describes: what is written today is read for ever.
TEST(Container, HasTheBytesThatItsDescriptionSays) {
  const std::string bytes = PackSections({{7, true, "x"}});
  EXPECT_EQ(bytes.substr(0, 8), std::string_view("\x89LQB\r\n\x1A\n"));
  EXPECT_EQ(LoadLittle<std::uint32_t>(&bytes[8]), 1U);
  EXPECT_EQ(LoadLittle<std::uint32_t>(&bytes[12]), 1U);
  EXPECT_EQ(LoadLittle<std::uint64_t>(&bytes[24]), bytes.size());
  EXPECT_EQ(LoadLittle<std::uint32_t>(&bytes[32]), 7U);
  EXPECT_EQ(LoadLittle<std::uint32_t>(&bytes[36]), 1U);
  EXPECT_EQ(LoadLittle<std::uint64_t>(&bytes[40]), 56U);
  EXPECT_EQ(LoadLittle<std::uint64_t>(&bytes[48]), 1U);
  EXPECT_EQ(bytes.substr(56), std::string_view("x\0\0\0\0\0\0\0", 8));
}

TEST(Container, RefusesEveryTurnedBitAndEveryCut) {
  const std::string good = TwoSections();
  Container container;
  Problem problem;
  for (std::size_t i = 0; i < good.size(); ++i) {
    EXPECT_NE(ProblemOf(good.substr(0, i)).text, "") << i;
    for (int bit = 0; bit < 8; ++bit) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ 1 << bit);
      EXPECT_NE(ProblemOf(bad).kind, Problem::Kind::kNone) << i;
    }
  }
}

TEST(Container, TellsWhatIsNoBundleFromWhatIsDamagedAndWhatIsNewer) {
  EXPECT_EQ(ProblemOf("").kind, Problem::Kind::kForeign);
  EXPECT_EQ(ProblemOf("edition 2026\npolicy p version 1\n").kind, Problem::Kind::kForeign);
  EXPECT_EQ(ProblemOf(TwoSections().substr(0, 5)).kind, Problem::Kind::kDamaged);
  std::string newer = TwoSections();
  StoreLittle<std::uint32_t>(7, &newer[8]);
  EXPECT_EQ(ProblemOf(newer).kind, Problem::Kind::kNewer);
  EXPECT_EQ(ProblemOf(newer).text, "it is of format 7, and this reader knows formats up to 1");
}

TEST(Container, AnotherReaderOfTheFormatMayAddSections) {
  Container container;
  Problem problem;
  const std::string bytes = SampleBytes("hello");
  ASSERT_TRUE(UnpackSections(bytes, container, problem));
  std::vector<Section> sections = container.sections;
  sections.push_back({4'000'000, false, "native code of a later lq"});
  const std::optional<Bundle> extended = OpenBundle(PackSections(sections), problem);
  ASSERT_TRUE(extended.has_value()) << problem.text;
  EXPECT_EQ(extended->sections.back().name, "");
  EXPECT_EQ(WriteBundle(*extended->plan, extended->places), bytes);
  sections.back().needed = true;
  EXPECT_FALSE(OpenBundle(PackSections(sections), problem).has_value());
  EXPECT_EQ(problem.kind, Problem::Kind::kNewer);
  EXPECT_EQ(problem.text, "it needs a section 4000000 that this reader does not know");
}

}  // namespace
}  // namespace lq::bundle
