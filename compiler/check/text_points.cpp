#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "compiler/check/axis_points.h"
#include "compiler/check/constant_value.h"
#include "compiler/check/text_tests.h"
#include "compiler/ir/expression_text.h"
#include "compiler/ir/type_text.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

// More tests than this are not combined with each other: one hopeless point stands for all
// combinations.
constexpr std::size_t kMaxCombined = 8;
// Tests times points.
constexpr std::size_t kMaxTries = 4'000'000;

class TextPoints final : public AxisPoints {
 public:
  TextPoints(const ir::Program& program, const TestAxis& axis, TablePurpose purpose,
             std::int64_t day, Arena& arena)
      : program_(program), axis_(axis), day_(day), arena_(arena) {
    for (const ir::CondId comparison : axis.comparisons)
      AddTest(comparison);
    if (purpose == TablePurpose::kOverlap) {
      MakeRealPoints();
    } else {
      MakeCombinedPoints();
    }
  }

  std::size_t size() const override { return texts_.size() + combined_; }
  std::size_t hopeless() const override { return hopeless_ ? size() - 1 : size(); }
  bool exact(ir::CondId comparison) const override { return TestOf(comparison).exact(); }

  NumberSet Passing(ir::CondId comparison) const override {
    const TextTest& test = TestOf(comparison);
    return test.exact() ? PassingExactly(test) : PassingByTrial(comparison, test);
  }

  std::string Describe(std::size_t point) const override {
    if (point >= texts_.size())
      return fmt::format("`{}` another text", axis_.name);
    return fmt::format("`{}` {}", axis_.name, ir::QuotedText(texts_[point]));
  }

 private:
  void AddTest(ir::CondId comparison) {
    const std::string text = ir::CondText(program_, comparison);
    const auto [known, fresh] = by_text_.try_emplace(text, tests_.size());
    test_of_[comparison] = known->second;
    if (!fresh)
      return;
    tests_.push_back(MakeTest(program_.conds[comparison]));
    bit_of_.push_back(tests_.back().exact() ? 0 : inexact_++);
  }

  TextTest MakeTest(const ir::Cond& cond) {
    if (cond.test == ir::TestOp::kMatches) {
      return MakePatternTest(program_.patterns[cond.index].regex, cond.ignoring_case);
    }
    TextTest test{cond.test, cond.ignoring_case, {}, {}, nullptr};
    for (const ir::ExprId right : cond.right) {
      const std::string_view text = ConstantValue(program_, right, day_, arena_).text();
      test.texts.push_back(test.ignoring_case ? FoldCase(text) : std::string(text));
    }
    return test;
  }

  const TextTest& TestOf(ir::CondId comparison) const { return tests_[test_of_.at(comparison)]; }

  void MakeRealPoints() {
    texts_ = WitnessTexts(axis_.type, tests_);
    const std::size_t affordable = kMaxTries / std::max<std::size_t>(inexact_, 1);
    if (texts_.size() > affordable)
      texts_.resize(affordable);
    if (texts_.empty())
      texts_.push_back("a");
  }

  void MakeCombinedPoints() {
    for (const TextTest& test : tests_) {
      if (test.exact())
        texts_.insert(texts_.end(), test.texts.begin(), test.texts.end());
    }
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
    hopeless_ = inexact_ > kMaxCombined;
    combined_ = hopeless_ ? 1 : std::size_t{1} << inexact_;
  }

  NumberSet PassingExactly(const TextTest& test) const {
    std::vector<NumberRange> passing;
    for (const std::string& text : test.texts) {
      const auto found = std::lower_bound(texts_.begin(), texts_.end(), text);
      if (found == texts_.end() || *found != text)
        continue;
      const std::int64_t index = found - texts_.begin();
      passing.push_back({index, index});
    }
    return MakeNumberSet(std::move(passing));
  }

  NumberSet PassingByTrial(ir::CondId comparison, const TextTest& test) const {
    std::vector<NumberRange> passing;
    const std::size_t bit = bit_of_[test_of_.at(comparison)];
    for (std::size_t i = 0; i < size(); ++i) {
      const bool passes = i < texts_.size() ? Passes(test, texts_[i])
                                            : !hopeless_ && (((i - texts_.size()) >> bit) & 1) != 0;
      const auto index = static_cast<std::int64_t>(i);
      if (passes)
        passing.push_back({index, index});
    }
    return MakeNumberSet(std::move(passing));
  }

  const ir::Program& program_;
  const TestAxis& axis_;
  std::int64_t day_;
  Arena& arena_;
  std::unordered_map<std::string, std::size_t> by_text_;
  std::unordered_map<ir::CondId, std::size_t> test_of_;
  std::vector<TextTest> tests_;
  // By test: which bit of a combined point says whether it passes.
  std::vector<std::size_t> bit_of_;
  std::size_t inexact_ = 0;
  // Sorted; then come the combined points, texts of which only those bits are known.
  std::vector<std::string> texts_;
  std::size_t combined_ = 0;
  bool hopeless_ = false;
};

}  // namespace

std::unique_ptr<AxisPoints> MakeTextPoints(const ir::Program& program, const TestAxis& axis,
                                           TablePurpose purpose, std::int64_t day, Arena& arena) {
  return std::make_unique<TextPoints>(program, axis, purpose, day, arena);
}

std::unique_ptr<AxisPoints> MakeAxisPoints(const ir::Program& program, const TestAxis& axis,
                                           TablePurpose purpose, std::int64_t day, Arena& arena) {
  return axis.kind == TestAxis::Kind::kText ? MakeTextPoints(program, axis, purpose, day, arena)
                                            : MakeListPoints(program, axis, purpose, day, arena);
}

}  // namespace lq::check
