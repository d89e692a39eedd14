#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

// With fewer there is no line to be out of.
constexpr std::size_t kLeastItems = 5;
constexpr std::int64_t kTimes = 5;

struct Weight {
  std::int64_t points;
  Span at;
};

// `what`: "evidence", "items of the score `fit`".
void LookAt(const std::vector<Weight>& weights, std::string_view what, Findings& findings) {
  if (weights.size() < kLeastItems)
    return;
  std::vector<std::int64_t> sorted;
  for (const Weight& weight : weights)
    sorted.push_back(std::abs(weight.points));
  std::sort(sorted.begin(), sorted.end());
  const std::int64_t median = sorted[sorted.size() / 2];
  for (const Weight& weight : weights) {
    if (std::abs(weight.points) <= kTimes * median)
      continue;
    Diagnostic& report = findings.Add(
        weight.at,
        fmt::format("this counts more than {} times what the other {} do", kTimes, what));
    report.primary.text = "far out of line";
    report.help = "if it decides by itself, say so in a rule; else look for a slip in the number";
  }
}

}  // namespace

void OutlyingPoints(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    std::vector<Weight> evidence;
    for (const ir::Evidence& item : policy.program->evidence)
      evidence.push_back({item.points, item.span});
    LookAt(evidence, "pieces of evidence", findings);
    for (const ir::Score& score : policy.program->scores) {
      std::vector<Weight> items;
      for (const ir::ScoreItem& item : score.items)
        items.push_back({item.points, item.span});
      LookAt(items, fmt::format("items of `{}`", score.name), findings);
    }
  }
}

}  // namespace lq::lint
