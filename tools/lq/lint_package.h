#pragma once

#include <set>
#include <string>
#include <vector>

#include "tools/lq/disk_files.h"
#include "tools/lq/findings.h"

namespace lq::tool {

// Those units of one package that the command line names.
struct PackageUnits {
  // As PackageFiles(path) names them, one of them as `path`.
  std::string path;
  std::set<std::string> wanted;
};

// In the order of the units.
std::vector<PackageUnits> GroupByPackage(DiskFiles& files, const std::vector<std::string>& units);

struct LintTask {
  // Days since 1970-01-01.
  std::int64_t today = 0;
  // Make the certain fixes first.
  bool fix = false;
};

// Lints one package by its lq.toml and takes what there is to say into `findings`. The status
// that this makes; kUsage, and reported, when its lq.toml says what it cannot.
int LintOnePackage(DiskFiles& files, const PackageUnits& package, const LintTask& task,
                   Findings& findings);

}  // namespace lq::tool
