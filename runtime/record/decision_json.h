#pragma once

#include <string>
#include <string_view>

#include "runtime/record/decision.h"

namespace lq {

// "settled", "undecided", "doubtful", "rejected"
std::string_view StatusName(Status status);
// "missing", "one_of", …; empty for kNone.
std::string_view CauseName(Cause cause);

// "94.2%"; "55.0% to 80.0%" when the ends differ.
std::string PercentText(std::int32_t per_mille);
std::string PercentText(std::int32_t low, std::int32_t high);

// Appends the decision as one line of JSON, without a line end: the members and their order are
// those of language.md, section 7 ("As JSON, keys in this order"). The same decision always gives
// the same bytes.
void AppendJson(const Decision& decision, std::string& out);

// Appends `text` as a JSON string: `"`, `\` and control characters escaped, everything else as
// UTF-8.
void AppendJsonString(std::string_view text, std::string& out);

}  // namespace lq
