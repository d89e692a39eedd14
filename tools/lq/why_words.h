#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/lq/why_page.h"

namespace lq::tool {

// The phrases that the text and the HTML page share. Nothing in them is made safe yet.

// "+3.1", "-2.5"; "-2.5 to +3.1"
std::string PointsText(std::int64_t low, std::int64_t high);
// What the status means for this lead, in a sentence or two.
std::string StatusSentence(const WhyPage& page);
// "evidence decides", "otherwise"
std::string FromText(const Reason& reason);
// "chose sales_call", "does not fire"
std::string StateText(const RuleTrace& rule);
// "+20 SIZE", and whether it counts where it does not
std::string ItemText(const ScoreTrace::Item& item);
// "`technicians` 9 instead of 25"
std::string ChangeText(const WhyPage& page, const Change& change);
// "`annual_budget` (missing): What may it cost?"
std::string AskText(const AskEntry& ask);
// "missing", "stale", "a band" …
std::string_view CauseText(Cause cause);

// The rules as a reader wants them: those that chose, then those that hold, then the open ones,
// then the others, those first that came nearest.
std::vector<const RuleTrace*> RulesByInterest(const Explanation& explanation);

// The changes to one outcome, one after the other.
struct ChangesTo {
  std::string outcome;
  std::vector<const Change*> changes;
};
std::vector<ChangesTo> ChangesByOutcome(const Changes& changes);

}  // namespace lq::tool
