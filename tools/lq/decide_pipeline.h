#pragma once

#include "tools/lq/input_file.h"
#include "tools/lq/lead_feed.h"
#include "tools/lq/lead_worker.h"
#include "tools/lq/output.h"

namespace lq::tool {

// Reads, decides and prints all leads of a feed with so many threads, in the order of the file and
// in bounded memory. Stops early when the output goes away.
Tally DecideAll(LeadFeed& feed, const InputFile& file, const DecideSetup& setup, unsigned threads,
                Output& output);

}  // namespace lq::tool
