#pragma once

#include <memory>
#include <string>

#include "runtime/plan/source_plan.h"
#include "tools/lq/input_file.h"
#include "tools/lq/lead_feed.h"

namespace lq::tool {

// Looks at the first bytes of an open file and gives the feed for its layout: a JSON array, leads
// spread over several lines, else one lead a line. Null, after a report on the file so `called`,
// when it holds none of these: no text at all, or CSV.
std::unique_ptr<LeadFeed> OpenFeed(InputFile& file, const std::string& called);

// The same for what a source with `format json` or `format form` reads: bodies of forms, one a
// line; JSON payloads, one a line, one after the other over several lines, or as one array.
std::unique_ptr<LeadFeed> OpenPayloadFeed(InputFile& file, const plan::SourcePlan& source,
                                          const std::string& called);

// The file may hold what a source with `format csv` reads; else reported.
bool HoldsRows(InputFile& file, const std::string& source, const std::string& called);

}  // namespace lq::tool
