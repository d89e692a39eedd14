#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "runtime/plan/plan.h"
#include "runtime/value/lead.h"

namespace lq::bench {

// A plan as other rule engines understand it: rules in order, strongest outcome first, each an and
// of tests; the first that holds gives the outcome.
//
//   {"otherwise": "nurture", "fields": [{"name": "role", "kind": "word"}, …],
//    "rules": [{"name": …, "outcome": …, "tests": [{"field": "role", "in": ["student"]},
//                                                  {"field": "seats", "from": 20, "to": 50}]}]}
//
// Numbers are those of runtime/value/value.h: money in cents. Either end of a range may be absent.
// Sets `problem` when a condition is more than that.
nlohmann::ordered_json RuleList(const plan::Plan& plan, std::string& problem);

// A lead whose values are all known, as plain values of the same kinds.
nlohmann::ordered_json PlainLead(const plan::Plan& plan, const Lead& lead);

}  // namespace lq::bench
