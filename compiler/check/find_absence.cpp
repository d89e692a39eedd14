#include <algorithm>

#include "compiler/check/statements.h"

namespace lq::check {

void FindAbsence(Context& context) {
  ir::Program& program = *context.program;
  const auto asks = [](const ir::Cond& cond) { return cond.op == ir::CondOp::kKnown; };
  const auto assumes = [](const auto& item) { return item.assume != ir::Assume::kNothing; };
  program.depends_on_absence = std::any_of(program.conds.begin(), program.conds.end(), asks) ||
                               std::any_of(program.rules.begin(), program.rules.end(), assumes) ||
                               std::any_of(program.tables.begin(), program.tables.end(), assumes);
}

}  // namespace lq::check
