#pragma once

#include <vector>

#include "compiler/ir/program.h"
#include "runtime/plan/expression.h"

namespace lq {

// Expressions to the plan's, each once.
class ExpressionLowering {
 public:
  ExpressionLowering(const ir::Program& program, plan::Expressions& expressions)
      : program_(program), expressions_(expressions), lowered_(program.exprs.size(), plan::kNone) {}

  // kNone gives kNone.
  plan::ExprId Lower(ir::ExprId id);
  // Parameters and derived values; once.
  void LowerDeclarations();

 private:
  const ir::Program& program_;
  plan::Expressions& expressions_;
  std::vector<plan::ExprId> lowered_;
};

}  // namespace lq
