#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedPatterns(const Package& package, Findings& findings) {
  ReportUnused<syntax::PatternDeclaration>(package, "pattern", false, findings);
}

}  // namespace lq::lint
