#include "tools/lq/unmapped_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compiler/diag/shown_line.h"
#include "runtime/value/text.h"
#include "tools/lq/tally.h"

namespace lq::tool {
namespace {

constexpr std::size_t kMostRows = 20;

}  // namespace

std::string UnmappedTable(const UnmappedNames& names) {
  std::vector<std::pair<std::string, std::uint64_t>> rows;
  for (const auto& [name, times] : names.names()) {
    rows.emplace_back(Printable(name), times);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  const std::size_t all = rows.size();
  rows.resize(std::min(all, kMostRows));
  constexpr std::string_view kHead = "neither mapped nor ignored";
  std::size_t width = kHead.size();
  for (const auto& [name, times] : rows) {
    width = std::max(width, CountCodePoints(name));
  }
  std::string text = fmt::format("{:<{}}  {:>9}\n", kHead, width, "times");
  for (const auto& [name, times] : rows) {
    text += fmt::format("{:<{}}  {:>9}\n", name, width, Grouped(times));
  }
  if (all > rows.size() || names.others() > 0) {
    text += fmt::format("and {}{} more names\n", names.others() > 0 ? "at least " : "",
                        Grouped(all - rows.size()));
  }
  return text;
}

}  // namespace lq::tool
