#include "tools/lq/unit_paths.h"

#include <fmt/format.h>

#include <filesystem>

#include "tools/lq/disk_files.h"
#include "tools/lq/report.h"

namespace lq::tool {

bool ListUnits(const std::vector<std::string>& paths, std::vector<std::string>& units) {
  bool good = true;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      units.push_back(path);
      continue;
    }
    const std::vector<std::string> below = UnitsBelow(path, false);
    units.insert(units.end(), below.begin(), below.end());
    if (below.empty()) {
      Report(DiagnosticKind::kPathUnreadable, fmt::format("no file below `{}` ends in `.lq`", path),
             "name a folder that holds schemas, libraries or policies");
      good = false;
    }
  }
  return good;
}

bool ReadInput(const std::string& stdin_path, std::string& text) {
  if (stdin_path.empty()) {
    Report(DiagnosticKind::kCommandUsage, "`-` is standard input, which has no path of its own",
           "add `--stdin-filepath PATH`, the file that it stands for");
    return false;
  }
  std::string problem;
  if (!ReadStandardInput(text, problem)) {
    Report(DiagnosticKind::kPathUnreadable,
           fmt::format("standard input cannot be read: {}", problem), "");
    return false;
  }
  return true;
}

void ReportUnreadable(const std::string& path, const std::string& problem) {
  Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", path, problem),
         "check the path; a folder stands for all `.lq` files below it");
}

}  // namespace lq::tool
