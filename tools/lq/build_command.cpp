#include "tools/lq/build_command.h"

#include <fmt/format.h>

#include "compiler/plan/make_plan.h"
#include "runtime/bundle/bundle.h"
#include "tools/lq/bundle_file.h"
#include "tools/lq/bundle_places.h"
#include "tools/lq/command_line.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/policy_file.h"
#include "tools/lq/replace_file.h"
#include "tools/lq/report.h"
#include "tools/lq/tally.h"

namespace lq::tool {
namespace {

struct BuildOptions {
  std::string policy;
  std::string output;
  std::vector<std::string> library_folders;
};

bool Write(const std::string& path, const std::string& bytes) {
  std::string problem;
  if (PutFile(path, bytes, problem)) {
    return true;
  }
  Report(DiagnosticKind::kOutputFailed, fmt::format("`{}` cannot be written: {}", path, problem),
         "let yourself write there, or make room; what was there is as it was");
  return false;
}

// What no reader would take must not go out.
bool IsReadable(const std::string& path, const std::string& bytes) {
  std::string problem;
  if (ReadBundle(bytes, problem) != nullptr) {
    return true;
  }
  Report(DiagnosticKind::kOutputFailed, fmt::format("`{}` cannot be written: {}", path, problem),
         "make the policy smaller, or write what nests deeply in several steps");
  return false;
}

int Build(const BuildOptions& options, const Compilation& compilation) {
  const std::shared_ptr<const plan::Plan> plan = MakePlan(*compilation.program);
  const std::string bytes = WriteBundle(*plan, PlacesOf(compilation, options.policy));
  if (!IsReadable(options.output, bytes) || !Write(options.output, bytes)) {
    return kUsage;
  }
  Say(fmt::format("wrote {}: policy {} version {}, {} bytes, {}\n", options.output, plan->policy,
                  plan->version, Grouped(bytes.size()), plan->hash));
  return kFine;
}

}  // namespace

int RunBuild(const std::vector<std::string>& words) {
  BuildOptions options;
  CommandLine line("build");
  line.Argument("POLICY", options.policy, "the file of the policy");
  line.OutputFile(options.output, "the bundle to write, FILE.lqb; one that is there is replaced");
  line.LibraryPath(options.library_folders);
  if (const auto status = line.Read(words)) {
    return *status;
  }
  if (!IsBundlePath(options.output)) {
    Report(DiagnosticKind::kCommandUsage,
           fmt::format("`{}` does not end with `.lqb`, as bundles do", options.output),
           fmt::format("write `-o {}.lqb`", options.output));
    return kUsage;
  }
  int status = kUsage;
  DiskFiles files(options.library_folders);
  const std::unique_ptr<Compilation> compilation = CompilePolicy(files, options.policy, status);
  return compilation == nullptr ? status : Build(options, *compilation);
}

}  // namespace lq::tool
