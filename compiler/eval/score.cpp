#include "compiler/eval/score.h"

#include <algorithm>
#include <cstdlib>

#include "compiler/eval/truth.h"

namespace lq::eval {
namespace {

std::vector<const ir::ScoreItem*> ItemsThatHold(Situation& situation, const ir::Score& score) {
  std::vector<const ir::ScoreItem*> items;
  for (const ir::ScoreItem& item : score.items) {
    if (!item.reason.empty() && TruthOf(situation, item.when).holds) {
      items.push_back(&item);
    }
  }
  return items;
}

}  // namespace

Interval ScoreInterval(Situation& situation, const ir::Score& score) {
  Interval sum = {score.begins_at, score.begins_at};
  for (const ir::ScoreItem& item : score.items) {
    const Truth truth = TruthOf(situation, item.when);
    if (truth.holds) {
      sum = {sum.low + item.points, sum.high + item.points};
    } else if (!truth.ruled_out) {
      sum.low += std::min<std::int64_t>(item.points, 0);
      sum.high += std::max<std::int64_t>(item.points, 0);
    }
  }
  return {std::clamp(sum.low, score.low, score.high), std::clamp(sum.high, score.low, score.high)};
}

std::vector<std::string_view> ScoreCodes(Situation& situation, const ir::Score& score) {
  std::vector<const ir::ScoreItem*> items = ItemsThatHold(situation, score);
  std::sort(items.begin(), items.end(), [](const ir::ScoreItem* a, const ir::ScoreItem* b) {
    const std::int64_t a_points = std::abs(a->points);
    const std::int64_t b_points = std::abs(b->points);
    return a_points != b_points ? a_points > b_points : a->reason < b->reason;
  });
  std::vector<std::string_view> codes;
  for (const ir::ScoreItem* item : items) {
    if (std::find(codes.begin(), codes.end(), item->reason) == codes.end()) {
      codes.push_back(item->reason);
    }
  }
  return codes;
}

}  // namespace lq::eval
