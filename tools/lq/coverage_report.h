#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tools/testkit/coverage/coverage.h"

namespace lq::tool {

using Coverages = std::vector<const testkit::Coverage*>;

// How the coverage of some policies is shown, one format a file: coverage_table.cpp,
// coverage_html.cpp …

// For a terminal: what was counted, a line a statement, and what no test reached.
std::string CoverageTable(const testkit::Coverage& coverage, bool color);
// A page that needs nothing else: the policy's own text, marked, and below each statement what no
// test reached.
std::string CoverageHtml(const Coverages& coverages);
// For genhtml: a line a statement or comparison, a branch an objective.
std::string CoverageLcov(const Coverages& coverages);
// Cobertura's coverage-04.dtd.
std::string CoverageCobertura(const Coverages& coverages);
// {"version":1,"policies":[…]}: everything.
std::string CoverageJson(const Coverages& coverages);

// "inbound.lq:62"
std::string PlaceOf(const testkit::CoveredStatement& statement);
std::string PlaceOf(const testkit::Coverage& coverage, const testkit::Objective& objective);

}  // namespace lq::tool
