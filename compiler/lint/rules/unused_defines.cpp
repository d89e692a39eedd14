#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedDefines(const Package& package, Findings& findings) {
  ReportUnused<syntax::DefineDeclaration>(package, "condition", false, findings);
}

}  // namespace lq::lint
