#include "tools/lq/check_command.h"

#include "compiler/include/lq/compile.h"
#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/findings.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/unit_paths.h"

namespace lq::tool {
namespace {

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> library_folders;
  std::string stdin_path;
  std::string format;
};

// The status of the whole, after the findings were printed.
int Finish(const Findings& findings, const std::string& format, bool all_read) {
  Output output;
  if (format == "human") {
    Say(findings.Print());
  } else {
    output.Write(findings.Print());
  }
  Say(findings.Summary());
  if (!all_read || output.status() != kFine) {
    return kUsage;
  }
  return findings.status();
}

}  // namespace

int RunCheck(const std::vector<std::string>& words) {
  CheckOptions options;
  CommandLine line("check");
  line.Arguments("PATH", options.paths,
                 "files, and folders with their `.lq` files; `-` is standard input");
  line.LibraryPath(options.library_folders);
  line.Option("--stdin-filepath", "PATH", options.stdin_path, "the file that `-` stands for");
  line.Format(options.format, FindingFormats());
  if (const auto status = line.Read(words)) {
    return *status;
  }

  DiskFiles files(options.library_folders);
  std::vector<std::string> units;
  bool all_read = ListUnits(options.paths, units);
  Findings findings("checked", options.format, ColorOnMessages());
  for (std::string& unit : units) {
    if (!OpenUnit(files, options.stdin_path, unit)) {
      all_read = false;
      continue;
    }
    const std::unique_ptr<Compilation> compilation = Compile(files, unit);
    findings.Take(compilation->diagnostics, compilation->sources, 1);
  }
  return Finish(findings, options.format, all_read);
}

}  // namespace lq::tool
