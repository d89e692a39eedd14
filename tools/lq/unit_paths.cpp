#include "tools/lq/unit_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// The files below a folder; none, and reported, when there is none or it cannot be read.
std::vector<std::string> ListFolder(const std::string& folder) {
  if (const std::string problem = FolderProblem(folder); !problem.empty()) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", folder, problem),
           "check who may read it");
    return {};
  }
  std::vector<std::string> below = UnitsBelow(folder, false);
  if (below.empty()) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("no file below `{}` ends in `.lq`", folder),
           "name a folder that holds schemas, libraries or policies");
  }
  return below;
}

}  // namespace

bool ListUnits(const std::vector<std::string>& paths, std::vector<std::string>& units) {
  bool good = true;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    std::error_code error;
    const bool folder = std::filesystem::is_directory(path, error);
    const std::vector<std::string> found =
        folder ? ListFolder(path) : std::vector<std::string>{path};
    good = good && !found.empty();
    std::copy_if(found.begin(), found.end(), std::back_inserter(units),
                 [&](const std::string& unit) { return seen.insert(FileIdentity(unit)).second; });
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

bool OpenUnit(DiskFiles& files, const std::string& stdin_path, std::string& unit) {
  std::string text;
  if (unit == "-") {
    if (!ReadInput(stdin_path, text)) {
      return false;
    }
    unit = stdin_path;
    files.Overlay(unit, std::move(text));
    return true;
  }
  std::string problem;
  if (files.Read(unit, text, problem)) {
    return true;
  }
  ReportUnreadable(unit, problem);
  return false;
}

void ReportUnreadable(const std::string& path, const std::string& problem) {
  Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", path, problem),
         "check the path; a folder stands for all `.lq` files below it");
}

}  // namespace lq::tool
