#include "runtime/bundle/verify.h"

#include "runtime/bundle/verify_steps.h"

namespace lq::bundle {

std::string Verify(const plan::Plan& plan) {
  Complaint complaint;
  if (!VerifySchema(plan, complaint) || !VerifyLinks(plan, complaint))
    return complaint.text();
  ReadGraph graph(plan);
  std::vector<bool> constant;
  const bool good = VerifyDecisions(plan, complaint) && graph.Verify(complaint) &&
                    VerifyExpressions(plan, graph, constant, complaint) &&
                    VerifyConditions(plan, constant, complaint) && VerifyCosts(plan, complaint);
  return good ? "" : complaint.text();
}

}  // namespace lq::bundle
