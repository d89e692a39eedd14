#include "tools/lq/check_command.h"

#include <fmt/format.h>

#include <filesystem>

#include "compiler/include/lq/compile.h"
#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/findings.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> library_folders;
  std::string stdin_path;
  std::string format;
};

// Folders are replaced by the units below them. False when a path cannot be read (reported).
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

// Takes standard input in as the file that it stands for.
bool TakeStandardInput(const CheckOptions& options, DiskFiles& files, std::string& path) {
  if (options.stdin_path.empty()) {
    Report(DiagnosticKind::kCommandUsage, "`-` is standard input, which has no path of its own",
           "add `--stdin-filepath PATH`, the file that it stands for");
    return false;
  }
  std::string text;
  std::string problem;
  if (!ReadStandardInput(text, problem)) {
    Report(DiagnosticKind::kPathUnreadable,
           fmt::format("standard input cannot be read: {}", problem), "");
    return false;
  }
  path = options.stdin_path;
  files.Overlay(path, std::move(text));
  return true;
}

bool CanBeRead(DiskFiles& files, const std::string& path) {
  std::string text;
  std::string problem;
  if (files.Read(path, text, problem)) {
    return true;
  }
  Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", path, problem),
         "check the path; a folder stands for all `.lq` files below it");
  return false;
}

// The status of the whole, after the findings were printed.
int Finish(const Findings& findings, const std::string& format, bool all_read) {
  Output output;
  if (format == "json") {
    output.Write(findings.Print());
  } else {
    Say(findings.Print());
  }
  Say(findings.Summary());
  if (!all_read || output.status() != kFine) {
    return kUsage;
  }
  return findings.errors() > 0 ? kFindings : kFine;
}

}  // namespace

int RunCheck(const std::vector<std::string>& words) {
  CheckOptions options;
  CommandLine line("check");
  line.Arguments("PATH", options.paths,
                 "files, and folders with their `.lq` files; `-` is standard input");
  line.LibraryPath(options.library_folders);
  line.Option("--stdin-filepath", "PATH", options.stdin_path, "the file that `-` stands for");
  line.Format(options.format, {"human", "json"});
  if (const auto status = line.Read(words)) {
    return *status;
  }

  DiskFiles files(options.library_folders);
  std::vector<std::string> units;
  bool all_read = ListUnits(options.paths, units);
  Findings findings(options.format == "json", ColorOnMessages());
  for (std::string& unit : units) {
    if ((unit == "-" && !TakeStandardInput(options, files, unit)) || !CanBeRead(files, unit)) {
      all_read = false;
      continue;
    }
    findings.Take(*Compile(files, unit));
  }
  return Finish(findings, options.format, all_read);
}

}  // namespace lq::tool
