#include "compiler/ir/conditions.h"

#include <gtest/gtest.h>

namespace lq::ir {
namespace {

class ConditionsTest : public testing::Test {
 protected:
  ExprId Add(ExprOp op, TypeKind kind) {
    Expr expr;
    expr.op = op;
    expr.constant = op == ExprOp::kConstant || op == ExprOp::kToday;
    expr.type.kind = kind;
    program_.exprs.push_back(expr);
    return static_cast<ExprId>(program_.exprs.size() - 1);
  }

  bool IsTest(TestOp test, ExprId left, ExprId right, bool ignoring_case = false) {
    Cond cond;
    cond.op = CondOp::kTest;
    cond.test = test;
    cond.left = left;
    cond.right = {right};
    cond.ignoring_case = ignoring_case;
    return IsFieldTest(program_, cond);
  }

  Program program_;
};

TEST_F(ConditionsTest, FieldsAgainstConstants) {
  const ExprId field = Add(ExprOp::kField, TypeKind::kDate);
  const ExprId today = Add(ExprOp::kToday, TypeKind::kDate);
  const ExprId other = Add(ExprOp::kField, TypeKind::kDate);
  const ExprId derived = Add(ExprOp::kDerived, TypeKind::kDate);
  EXPECT_TRUE(IsTest(TestOp::kIs, field, today));
  EXPECT_TRUE(IsTest(TestOp::kAtLeast, field, today));
  EXPECT_FALSE(IsTest(TestOp::kAtLeast, field, other));
  EXPECT_FALSE(IsTest(TestOp::kAtLeast, derived, today));
}

TEST_F(ConditionsTest, TextsJoinByIsAndInOnly) {
  const ExprId field = Add(ExprOp::kField, TypeKind::kEmail);
  const ExprId text = Add(ExprOp::kConstant, TypeKind::kEmail);
  EXPECT_TRUE(IsTest(TestOp::kIs, field, text));
  EXPECT_TRUE(IsTest(TestOp::kIn, field, text));
  EXPECT_FALSE(IsTest(TestOp::kIs, field, text, true));
  EXPECT_FALSE(IsTest(TestOp::kContains, field, text));
  EXPECT_FALSE(IsTest(TestOp::kMatches, field, text));
}

TEST_F(ConditionsTest, ListsAndOtherConditionsStandAlone) {
  const ExprId field = Add(ExprOp::kField, TypeKind::kList);
  const ExprId item = Add(ExprOp::kConstant, TypeKind::kText);
  EXPECT_FALSE(IsTest(TestOp::kHasAny, field, item));
  EXPECT_FALSE(IsTest(TestOp::kIs, field, item));
  Cond known;
  known.op = CondOp::kKnown;
  known.left = field;
  EXPECT_FALSE(IsFieldTest(program_, known));
}

}  // namespace
}  // namespace lq::ir
