#include "tools/lq/policy_file.h"

#include <fmt/format.h>

#include "compiler/plan/source_plan.h"
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

std::shared_ptr<const plan::SourcePlan> CompileSource(DiskFiles& files, const std::string& path,
                                                      const plan::LeadSchema& schema, int& status) {
  const std::unique_ptr<Compilation> compilation = CompileFile(files, path, status);
  if (compilation == nullptr) {
    return nullptr;
  }
  status = kUsage;
  if (compilation->source == nullptr) {
    Report(DiagnosticKind::kNotASource, fmt::format("`{}` holds no source", path),
           "name the file that begins with `source`");
    return nullptr;
  }
  std::shared_ptr<const plan::SourcePlan> source = LowerSource(*compilation->source);
  if (source->schema != schema.name || source->schema_version != schema.version) {
    Report(DiagnosticKind::kNotASource,
           fmt::format(
               "`{}` gives leads of schema `{}` version {}, but the policy reads `{}` version {}",
               path, source->schema, source->schema_version, schema.name, schema.version),
           fmt::format("write `gives {}` in the source", schema.name));
    return nullptr;
  }
  return source;
}

}  // namespace lq::tool
