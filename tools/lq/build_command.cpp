#include "tools/lq/build_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "compiler/plan/make_plan.h"
#include "runtime/bundle/bundle.h"
#include "tools/lq/bundle_file.h"
#include "tools/lq/bundle_places.h"
#include "tools/lq/command_line.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/object_file.h"
#include "tools/lq/policy_file.h"
#include "tools/lq/replace_file.h"
#include "tools/lq/report.h"
#include "tools/lq/tally.h"
#include "tools/native/bundled_code.h"

namespace lq::tool {
namespace {

// What `--emit` writes, and how its files are called.
struct Form {
  std::string_view name;
  std::string_view ending;
  std::string_view plural;
};
constexpr Form kForms[] = {{"bundle", ".lqb", "bundles"},
                           {"object", ".o", "objects"},
                           {"shared", ".so", "shared objects"}};

struct BuildOptions {
  std::string policy;
  std::string output;
  std::vector<std::string> processors;
  std::string emit = "bundle";
  std::vector<std::string> library_folders;
};

bool Write(const std::string& path, const std::string& bytes) {
  std::string problem;
  if (PutFile(path, bytes, problem)) {
    return true;
  }
  Report(DiagnosticKind::kOutputFailed, fmt::format("`{}` cannot be written: {}", path, problem),
         "name a file in a folder that is there, that you may write to and that has room; what was "
         "there is as it was");
  return false;
}

// What no reader would take must not go out.
bool IsReadable(const std::string& path, const std::string& bytes) {
  std::string problem;
  if (ReadBundle(bytes, problem) != nullptr) {
    return true;
  }
  Report(DiagnosticKind::kOutputFailed, fmt::format("`{}` cannot be written: {}", path, problem),
         "make the policy smaller where the message says: split it, or put less inside each other");
  return false;
}

// False, after a report, when the output is not called as what it is.
bool HasItsEnding(const BuildOptions& options) {
  const Form& form = *std::find_if(std::begin(kForms), std::end(kForms),
                                   [&](const Form& one) { return one.name == options.emit; });
  if (options.output.ends_with(form.ending)) {
    return true;
  }
  Report(DiagnosticKind::kCommandUsage,
         fmt::format("`{}` does not end with `{}`, as {} do", options.output, form.ending,
                     form.plural),
         fmt::format("write `-o {}{}`", options.output, form.ending));
  return false;
}

// The bundle as what was asked for.
std::string Emit(const BuildOptions& options, const plan::Plan& plan, std::string bundle) {
  if (options.emit == "object") {
    return ObjectFile(plan.policy, bundle);
  }
  if (options.emit == "shared") {
    const std::string name = std::filesystem::path(options.output).filename();
    return SharedObject(plan.policy, name, bundle);
  }
  return bundle;
}

// False, after a report, when it is nothing that code can be made for.
bool AreProcessors(const std::vector<std::string>& processors) {
  for (const std::string& processor : processors) {
    if (std::find(std::begin(kBundledProcessors), std::end(kBundledProcessors), processor) ==
        std::end(kBundledProcessors)) {
      Report(DiagnosticKind::kCommandUsage,
             fmt::format("`--native` is made for no processor `{}`", processor),
             fmt::format("write one of `{}`", fmt::join(kBundledProcessors, "`, `")));
      return false;
    }
  }
  return true;
}

// Machine code to go into the bundle. Nothing, after a report, when it was asked for and cannot be
// made.
std::optional<std::vector<bundle::NativePart>> NativeParts(
    const BuildOptions& options, const std::shared_ptr<const plan::Plan>& plan) {
  if (options.processors.empty()) {
    return std::vector<bundle::NativePart>();
  }
  std::string problem;
  auto parts = CompileForBundle(plan, options.processors, problem);
  if (!parts) {
    Report(DiagnosticKind::kOutputFailed,
           fmt::format("`{}` cannot be written with native code: {}", options.output, problem),
           "leave out `--native`; `lq doctor` tells what native code needs");
  }
  return parts;
}

int Build(const BuildOptions& options, const Compilation& compilation) {
  const std::shared_ptr<const plan::Plan> plan = MakePlan(*compilation.program);
  const auto native = NativeParts(options, plan);
  if (!native) {
    return kUsage;
  }
  const std::string bytes = WriteBundle(*plan, PlacesOf(compilation, options.policy), *native);
  if (!IsReadable(options.output, bytes) || !Write(options.output, Emit(options, *plan, bytes))) {
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
  line.Choice("--emit", options.emit, {"bundle", "object", "shared"},
              "what to write: bundle; object, FILE.o, to link into a program; shared, FILE.so");
  line.Options("--native", "PROCESSOR", options.processors,
               "add machine code: host, x86-64-v2, x86-64-v3 or x86-64-v4; repeatable");
  line.LibraryPath(options.library_folders);
  if (const auto status = line.Read(words)) {
    return *status;
  }
  if (!HasItsEnding(options) || !AreProcessors(options.processors)) {
    return kUsage;
  }
  int status = kUsage;
  DiskFiles files(options.library_folders);
  const std::unique_ptr<Compilation> compilation = CompilePolicy(files, options.policy, status);
  return compilation == nullptr ? status : Build(options, *compilation);
}

}  // namespace lq::tool
