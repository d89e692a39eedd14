#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedParameters(const Package& package, Findings& findings) {
  ReportUnused<syntax::ParameterDeclaration>(package, "parameter", false, findings);
}

}  // namespace lq::lint
