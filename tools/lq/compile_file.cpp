#include "tools/lq/compile_file.h"

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "tools/lq/bundle_file.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/report.h"

namespace lq::tool {

std::unique_ptr<Compilation> CompileFile(DiskFiles& files, const std::string& path, int& status) {
  if (IsBundlePath(path)) {
    ReportNeedsText(path, "this command");
    status = kUsage;
    return nullptr;
  }
  std::string text;
  std::string problem;
  if (!files.Read(path, text, problem)) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", path, problem),
           "check the path; it must be a file");
    status = kUsage;
    return nullptr;
  }
  std::unique_ptr<Compilation> compilation = Compile(files, path);
  Say(RenderText(compilation->diagnostics, compilation->sources, {ColorOnMessages()}));
  if (compilation->diagnostics.has_errors()) {
    status = StatusOf(compilation->diagnostics);
    return nullptr;
  }
  return compilation;
}

int StatusOf(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.kind == DiagnosticKind::kUnreadableFile) {
      return kUsage;
    }
  }
  return diagnostics.has_errors() ? kFindings : kFine;
}

}  // namespace lq::tool
