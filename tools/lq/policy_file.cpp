#include "tools/lq/policy_file.h"

#include <fmt/format.h>

#include "tools/lq/compile_file.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/report.h"

namespace lq::tool {

std::unique_ptr<Compilation> CompilePolicy(DiskFiles& files, const std::string& path, int& status) {
  std::unique_ptr<Compilation> compilation = CompileFile(files, path, status);
  if (compilation != nullptr && compilation->program == nullptr) {
    Report(DiagnosticKind::kNotAPolicy, fmt::format("`{}` holds no policy", path),
           "name the file that begins with `policy`");
    status = kUsage;
    return nullptr;
  }
  return compilation;
}

}  // namespace lq::tool
