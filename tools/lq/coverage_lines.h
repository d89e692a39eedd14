#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tools/lq/coverage_report.h"

namespace lq::tool {

// One objective, as a branch of the line that it stands on.
struct CoveredBranch {
  // "rule buyer"
  std::string statement;
  std::string text;
  // Tests that reached it.
  std::uint64_t hits = 0;
};

// The branches of a line, and how many of them were reached.
struct CoveredLine {
  std::vector<CoveredBranch> branches;

  std::uint64_t reached() const;
  // Of the branch that most tests reached.
  std::uint64_t hits() const;
};

// By path and line, what can be reached there. What was shown to be impossible is left out.
using CoveredFiles = std::map<std::string, std::map<std::uint32_t, CoveredLine>>;
CoveredFiles LinesOf(const Coverages& coverages);

// Sums over files and lines.
struct CoveredSums {
  std::uint64_t lines = 0;
  std::uint64_t lines_reached = 0;
  std::uint64_t branches = 0;
  std::uint64_t branches_reached = 0;

  void Add(const CoveredLine& line);
};

}  // namespace lq::tool
