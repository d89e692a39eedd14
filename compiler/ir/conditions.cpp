#include "compiler/ir/conditions.h"

#include <algorithm>

namespace lq::ir {
namespace {

bool Joins(TestOp op, const Type& type, bool ignoring_case) {
  switch (op) {
    case TestOp::kIs:
    case TestOp::kIn:
      return type.kind != TypeKind::kList && !ignoring_case;
    case TestOp::kAtLeast:
    case TestOp::kAtMost:
    case TestOp::kMoreThan:
    case TestOp::kLessThan:
    case TestOp::kBetween:
      return true;
    case TestOp::kContains:
    case TestOp::kStartsWith:
    case TestOp::kEndsWith:
    case TestOp::kMatches:
    case TestOp::kHasAny:
    case TestOp::kHasAll:
    case TestOp::kHasNone:
      return false;
  }
  return false;
}

}  // namespace

bool IsFieldTest(const Program& program, const Cond& cond) {
  if (cond.op != CondOp::kTest || program.exprs[cond.left].op != ExprOp::kField)
    return false;
  if (!Joins(cond.test, program.exprs[cond.left].type, cond.ignoring_case))
    return false;
  return std::all_of(cond.right.begin(), cond.right.end(),
                     [&](ExprId id) { return program.exprs[id].constant; });
}

}  // namespace lq::ir
