#include <algorithm>
#include <cstddef>
#include <vector>

#include "compiler/diag/diagnostic.h"

namespace lq {
namespace {

// Longer names are never a slip of the finger for one another, and the cost grows with the square.
constexpr std::size_t kLongestCompared = 100;

// Edits (insert, delete, replace, swap of neighbours) from `a` to `b`.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped)
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::size_t LengthDifference(std::string_view a, std::string_view b) {
  return a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
}

}  // namespace

std::string_view NearestName(std::string_view name,
                             const std::vector<std::string_view>& candidates) {
  if (name.empty() || name.size() > kLongestCompared)
    return {};
  std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
  std::string_view nearest;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestCompared || LengthDifference(name, candidate) > allowed)
      continue;
    const std::size_t distance = EditDistance(name, candidate);
    if (distance == 0 || distance > allowed)
      continue;
    nearest = candidate;
    // Only a strictly nearer one replaces it, so that the order of the candidates breaks ties.
    allowed = distance - 1;
    if (allowed == 0)
      break;
  }
  return nearest;
}

}  // namespace lq
