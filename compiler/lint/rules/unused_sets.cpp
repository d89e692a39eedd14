#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedSets(const Package& package, Findings& findings) {
  ReportUnused<syntax::SetDeclaration>(package, "set", true, findings);
}

}  // namespace lq::lint
