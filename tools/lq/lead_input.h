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

// After the last lead: false, after a report, when there was something else in the file, or it
// could not be read to its end.
bool EndedWell(const std::string& path, const LeadInput& input);

// The path in backquotes, or "standard input".
std::string Called(const std::string& path);

}  // namespace lq::tool
