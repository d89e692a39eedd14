#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedLookups(const Package& package, Findings& findings) {
  ReportUnused<syntax::LookupDeclaration>(package, "lookup", false, findings);
}

}  // namespace lq::lint
