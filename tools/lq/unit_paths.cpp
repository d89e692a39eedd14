#include "tools/lq/unit_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "tools/lq/bundle_file.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// Adds the files below a folder. False, and reported, when there is none or not all can be listed.
bool ListFolder(const std::string& folder, std::vector<std::string>& units) {
  if (const std::string problem = FolderProblem(folder); !problem.empty()) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", folder, problem),
           "check who may read it");
    return false;
  }
  std::vector<std::string> unreadable;
  units = UnitsBelow(folder, false, &unreadable);
  for (const std::string& below : unreadable) {
    Report(DiagnosticKind::kPathUnreadable,
           fmt::format("the folder `{}` cannot be read: permission denied", below),
           "check who may read it");
  }
  if (units.empty()) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("no file below `{}` ends in `.lq`", folder),
           "name a folder that holds schemas, libraries or policies");
  }
  return unreadable.empty() && !units.empty();
}

}  // namespace

bool ListUnits(const std::vector<std::string>& paths, std::vector<std::string>& units) {
  bool good = true;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (IsBundlePath(path)) {
      ReportNeedsText(path, "this command");
      good = false;
      continue;
    }
    std::error_code error;
    std::vector<std::string> found = {path};
    if (std::filesystem::is_directory(path, error)) {
      found.clear();
      good = ListFolder(path, found) && good;
    }
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
