#include <fmt/format.h>

#include "tools/lq/coverage_lines.h"

namespace lq::tool {

// The records of geninfo(1): TN, SF, BRDA, BRF, BRH, DA, LF, LH. Functions stay out: rules are
// lines of their own already.
std::string CoverageLcov(const Coverages& coverages) {
  std::string out = "TN:\n";
  for (const auto& [path, lines] : LinesOf(coverages)) {
    out += fmt::format("SF:{}\n", path);
    CoveredSums sums;
    std::string counts;
    for (const auto& [number, line] : lines) {
      sums.Add(line);
      for (std::size_t i = 0; i < line.branches.size(); ++i) {
        out += fmt::format("BRDA:{},0,{},{}\n", number, i, line.branches[i].hits);
      }
      counts += fmt::format("DA:{},{}\n", number, line.hits());
    }
    out += fmt::format("BRF:{}\nBRH:{}\n{}LF:{}\nLH:{}\nend_of_record\n", sums.branches,
                       sums.branches_reached, counts, sums.lines, sums.lines_reached);
  }
  return out;
}

}  // namespace lq::tool
