#include "tools/lq/inspect_command.h"

#include "compiler/inspect/inspection.h"
#include "tools/lq/bundle_file.h"
#include "tools/lq/bundle_page.h"
#include "tools/lq/command_line.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/graphviz.h"
#include "tools/lq/inspect_page.h"
#include "tools/lq/output.h"
#include "tools/lq/policy_file.h"

namespace lq::tool {
namespace {

// False, after a report, when it cannot be made.
bool Render(const ir::Program& program, const std::string& format, std::string& out) {
  const Inspection inspection = Inspect(program);
  if (format == "svg") {
    return DrawSvg(DotText(program, inspection.graph), out);
  }
  out = format == "dot"    ? DotText(program, inspection.graph)
        : format == "json" ? InspectJson(program, inspection)
                           : InspectText(program, inspection);
  return true;
}

// What a bundle holds. Its conditions have no words any more, so it cannot be drawn.
int InspectBundle(const std::string& path, const std::string& format) {
  if (format == "dot" || format == "svg") {
    ReportNeedsText(path, "a picture");
    return kUsage;
  }
  const std::optional<bundle::Bundle> bundle = ReadBundleFile(path);
  if (!bundle) {
    return kUsage;
  }
  Output output;
  output.Write(format == "json" ? BundleJson(*bundle) : BundleText(*bundle));
  return output.status();
}

}  // namespace

int RunInspect(const std::vector<std::string>& words) {
  std::string policy;
  std::vector<std::string> library_folders;
  std::string format;
  CommandLine line("inspect");
  line.Argument("POLICY", policy, "the file of the policy, or a bundle of `lq build`");
  line.LibraryPath(library_folders);
  line.Format(format, {"text", "json", "dot", "svg"});
  if (const auto status = line.Read(words)) {
    return *status;
  }
  if (IsBundlePath(policy)) {
    return InspectBundle(policy, format);
  }
  int status = kUsage;
  DiskFiles files(library_folders);
  const std::unique_ptr<Compilation> compilation = CompilePolicy(files, policy, status);
  if (compilation == nullptr) {
    return status;
  }
  std::string text;
  if (!Render(*compilation->program, format, text)) {
    return kUsage;
  }
  Output output;
  output.Write(text);
  return output.status();
}

}  // namespace lq::tool
