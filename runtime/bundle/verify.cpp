#include "runtime/bundle/verify.h"

namespace lq::bundle {

std::string Verify(const plan::Plan& plan) {
  return plan.outcomes.empty() ? "it has no outcomes" : "";
}

}  // namespace lq::bundle
