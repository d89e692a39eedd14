#pragma once

#include <memory>
#include <string>
#include <vector>

#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "tools/lq/input_file.h"
#include "tools/lq/lead_decoder.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// An open file of leads: how to cut it, and how to read what was cut.
struct LeadInput {
  InputFile file;
  std::unique_ptr<LeadFeed> feed;
  std::unique_ptr<LeadDecoders> decoders;
  // CSV: columns that the source neither maps nor ignores.
  std::vector<std::string> unmapped;
};

// Opens canonical leads (JSONL or a JSON array), or raw ones when there is a source. Null, after a
// report, when they cannot be read. Schema and source outlive it.
std::unique_ptr<LeadInput> OpenLeads(const std::string& path, const plan::LeadSchema& schema,
                                     const plan::SourcePlan* source);

// Reports that the leads cannot be read, or not to their end.
void ReportUnreadableLeads(const std::string& path, const std::string& problem);

}  // namespace lq::tool
