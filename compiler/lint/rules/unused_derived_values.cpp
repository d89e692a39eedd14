#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedDerivedValues(const Package& package, Findings& findings) {
  ReportUnused<syntax::DerivedDeclaration>(package, "derived value", false, findings);
}

}  // namespace lq::lint
