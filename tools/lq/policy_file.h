#pragma once

#include <memory>
#include <string>

#include "compiler/include/lq/compile.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "tools/lq/disk_files.h"

namespace lq::tool {

// A compiled policy: its `program` is set. Null, with the status to end with, when there is none
// (reported).
std::unique_ptr<Compilation> CompilePolicy(DiskFiles& files, const std::string& path, int& status);

// The source's plan, which must give the policy's leads. Null, with the status, when it does not
// (reported).
std::shared_ptr<const plan::SourcePlan> CompileSource(DiskFiles& files, const std::string& path,
                                                      const plan::LeadSchema& schema, int& status);

}  // namespace lq::tool
