#include "tools/lq/source_file.h"

#include <fmt/format.h>

#include "compiler/plan/source_plan.h"
#include "tools/lq/compile_file.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/report.h"

namespace lq::tool {

std::shared_ptr<const ir::SourceProgram> CompileSource(DiskFiles& files, const std::string& path,
                                                       int& status) {
  const std::unique_ptr<Compilation> compilation = CompileFile(files, path, status);
  if (compilation == nullptr) {
    return nullptr;
  }
  if (compilation->source == nullptr) {
    Report(DiagnosticKind::kNotASource, fmt::format("`{}` holds no source", path),
           "name the file that begins with `source`");
    status = kUsage;
  }
  return compilation->source;
}

std::shared_ptr<const plan::SourcePlan> CompileSourceFor(DiskFiles& files, const std::string& path,
                                                         const plan::LeadSchema& schema,
                                                         int& status) {
  const std::shared_ptr<const ir::SourceProgram> program = CompileSource(files, path, status);
  if (program == nullptr) {
    return nullptr;
  }
  std::shared_ptr<const plan::SourcePlan> source = LowerSource(*program);
  if (source->schema == schema.name && source->schema_version == schema.version) {
    return source;
  }
  Report(DiagnosticKind::kNotASource,
         fmt::format(
             "`{}` gives leads of schema `{}` version {}, but the policy reads `{}` version {}",
             path, source->schema, source->schema_version, schema.name, schema.version),
         fmt::format("write `gives {}` in the source", schema.name));
  status = kUsage;
  return nullptr;
}

}  // namespace lq::tool
