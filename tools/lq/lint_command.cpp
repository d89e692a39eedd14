#include "tools/lq/lint_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/findings.h"
#include "tools/lq/lint_package.h"
#include "tools/lq/report.h"
#include "tools/lq/today.h"
#include "tools/lq/unit_paths.h"

namespace lq::tool {
namespace {

struct LintOptions {
  std::vector<std::string> paths;
  std::vector<std::string> library_folders;
  std::string stdin_path;
  std::string today;
  std::string format;
  bool fix = false;
};

// Package after package.
int Lint(const LintOptions& options, std::int64_t today) {
  DiskFiles files(options.library_folders);
  std::vector<std::string> units;
  int status = ListUnits(options.paths, units) ? kFine : kUsage;
  std::vector<std::string> readable;
  for (std::string& unit : units) {
    if (OpenUnit(files, options.stdin_path, unit)) {
      readable.push_back(unit);
    } else {
      status = kUsage;
    }
  }
  Findings findings("linted", options.format, ColorOnMessages());
  for (const PackageUnits& package : GroupByPackage(files, readable)) {
    status = std::max(status, LintOnePackage(files, package, {today, options.fix}, findings));
  }
  return findings.Finish(status);
}

}  // namespace

int RunLint(const std::vector<std::string>& words) {
  LintOptions options;
  CommandLine line("lint");
  line.Paths(options.paths, "files, and folders with their `.lq` files; `-` is standard input");
  line.Flag("--fix", options.fix,
            "make the fixes that are certain; a policy means the same afterwards");
  line.Option("--today", "DATE", options.today,
              "the date that reviews are held against; default: the clock's");
  line.LibraryPath(options.library_folders);
  line.Option("--stdin-filepath", "PATH", options.stdin_path, "the file that `-` stands for");
  line.Format(options.format, FindingFormats());
  if (const auto status = line.Read(words)) {
    return *status;
  }
  std::int64_t today = 0;
  if (!ReadToday(options.today, today)) {
    return kUsage;
  }
  if (options.fix && !options.stdin_path.empty()) {
    Report(DiagnosticKind::kCommandUsage, "`--fix` writes files, and standard input is none",
           "name the files, or leave out `--fix`");
    return kUsage;
  }
  return Lint(options, today);
}

}  // namespace lq::tool
