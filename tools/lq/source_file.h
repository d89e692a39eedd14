#pragma once

#include <memory>
#include <string>

#include "compiler/ir/source_program.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "tools/lq/disk_files.h"

namespace lq::tool {

// The source in `path`, checked. Null, with the status to end with, when there is none (reported).
std::shared_ptr<const ir::SourceProgram> CompileSource(DiskFiles& files, const std::string& path,
                                                       int& status);

// The plan of the source in `path`, which must give leads of this schema. Null, with the status,
// when it does not (reported).
std::shared_ptr<const plan::SourcePlan> CompileSourceFor(DiskFiles& files, const std::string& path,
                                                         const plan::LeadSchema& schema,
                                                         int& status);

}  // namespace lq::tool
