#include "tools/testkit/bounds_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/value/number.h"

namespace lq::testkit {
namespace {

std::string BoundsText(const ir::Expectation& expectation, std::int64_t least, std::int64_t most,
                       std::string (*text)(std::int64_t)) {
  if (expectation.low <= least)
    return fmt::format("at most {}", text(expectation.high));
  if (expectation.high >= most)
    return fmt::format("at least {}", text(expectation.low));
  return fmt::format("between {} and {}", text(expectation.low), text(expectation.high));
}

}  // namespace

std::string ConfidenceBounds(const ir::Expectation& expectation) {
  return "confidence " + BoundsText(expectation, 0, 10'000, [](std::int64_t hundredths) {
           std::string percent;
           AppendShortDecimal(hundredths, 2, percent);
           return percent + "%";
         });
}

std::string ScoreBounds(const ir::Program& program, const ir::Expectation& expectation) {
  const auto& score =
      *std::find_if(program.scores.begin(), program.scores.end(),
                    [&](const ir::Score& one) { return one.name == expectation.names[0]; });
  return fmt::format("score {} {}", score.name,
                     BoundsText(expectation, score.low, score.high,
                                [](std::int64_t points) { return fmt::format("{}", points); }));
}

}  // namespace lq::testkit
