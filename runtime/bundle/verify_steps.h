#pragma once

#include "runtime/bundle/complaint.h"
#include "runtime/bundle/read_graph.h"
#include "runtime/plan/plan.h"

// The steps of Verify, in their order: each relies on those before it.
namespace lq::bundle {

// The fields, their types and enums.
bool VerifySchema(const plan::Plan& plan, Complaint& complaint);
// Every index and every range of a list points into it, and what belongs to one owner only does.
bool VerifyLinks(const plan::Plan& plan, Complaint& complaint);
// Rules, evidence, groups, guards, outcomes and toggles.
bool VerifyDecisions(const plan::Plan& plan, Complaint& complaint);
// Types and operands of expressions; that no result leaves 64 bits or its type. Sets, by
// expression, whether it reads nothing of a lead.
bool VerifyExpressions(const plan::Plan& plan, const ReadGraph& graph, std::vector<bool>& constant,
                       Complaint& complaint);
// Operators of conditions, and what they compare.
bool VerifyConditions(const plan::Plan& plan, const std::vector<bool>& constant,
                      Complaint& complaint);
// That no few bytes of a bundle mean a great deal of work for each lead, or of memory.
bool VerifyCosts(const plan::Plan& plan, Complaint& complaint);

}  // namespace lq::bundle
