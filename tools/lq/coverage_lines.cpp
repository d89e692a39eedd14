#include "tools/lq/coverage_lines.h"

#include <algorithm>

namespace lq::tool {

std::uint64_t CoveredLine::reached() const {
  return static_cast<std::uint64_t>(
      std::count_if(branches.begin(), branches.end(),
                    [](const CoveredBranch& branch) { return branch.hits > 0; }));
}

std::uint64_t CoveredLine::hits() const {
  std::uint64_t most = 0;
  for (const CoveredBranch& branch : branches) {
    most = std::max(most, branch.hits);
  }
  return most;
}

CoveredFiles LinesOf(const Coverages& coverages) {
  CoveredFiles files;
  for (const testkit::Coverage* coverage : coverages) {
    const testkit::Inventory& inventory = coverage->inventory();
    for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
      const testkit::Objective& objective = inventory.objectives[id];
      if (coverage->impossible(id) && !coverage->reached(id)) {
        continue;
      }
      const Span span = objective.span;
      const SourceMap& sources = *inventory.statements[objective.statement].sources;
      const std::uint32_t line = sources.Locate(span.file, span.begin).line;
      files[sources.file(span.file).path][line].branches.push_back(
          {inventory.statements[objective.statement].title, objective.text, coverage->hits(id)});
    }
  }
  return files;
}

void CoveredSums::Add(const CoveredLine& line) {
  ++lines;
  lines_reached += line.hits() > 0 ? 1 : 0;
  branches += line.branches.size();
  branches_reached += line.reached();
}

}  // namespace lq::tool
