#pragma once

#include <string>
#include <string_view>

#include "compiler/counterfactual/changes.h"
#include "compiler/explain/explanation.h"
#include "compiler/ir/program.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"

namespace lq::tool {

// What `lq why` has to tell of one lead, however it is printed.
struct WhyPage {
  const ir::Program& program;
  const Lead& lead;
  Decision decision;
  Explanation explanation;
  Changes changes;
};

// The page as text for a terminal, as one JSON document with a version, as one HTML page that needs
// nothing else. `all_rules`: the text shows every rule, not only those that came near.
std::string WhyText(const WhyPage& page, bool color, bool all_rules);
std::string WhyJson(const WhyPage& page);
std::string WhyHtml(const WhyPage& page);

}  // namespace lq::tool
