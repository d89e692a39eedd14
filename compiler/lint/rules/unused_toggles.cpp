#include "compiler/lint/rules.h"
#include "compiler/lint/unused.h"

namespace lq::lint {

void UnusedToggles(const Package& package, Findings& findings) {
  ReportUnused<syntax::ToggleDeclaration>(package, "toggle", false, findings);
}

}  // namespace lq::lint
