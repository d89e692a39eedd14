#include "tools/lq/check_command.h"

#include "compiler/include/lq/compile.h"
#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/findings.h"
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

}  // namespace

int RunCheck(const std::vector<std::string>& words) {
  CheckOptions options;
  CommandLine line("check");
  line.Paths(options.paths, "files, and folders with their `.lq` files; `-` is standard input");
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
  return findings.Finish(all_read ? findings.status() : kUsage);
}

}  // namespace lq::tool
