#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/plan/plan.h"

namespace lq::test {

// Adds to a plan what its compiler would not: one thing after the other, linked as plans are.
class PlanBuilder {
 public:
  explicit PlanBuilder(plan::Plan& plan) : plan_(plan) {}

  // Of integers from 0 to a million.
  plan::ExprId Constant(std::int64_t number);
  plan::ExprId Read(plan::ExprOp op, std::uint32_t index);
  plan::ExprId Combine(plan::ExprOp op, plan::ExprId a, plan::ExprId b);
  // The greater of two.
  plan::ExprId Call(plan::ExprId a, plan::ExprId b);
  plan::ExprId Field(std::uint32_t index, const Type& type);

  // What reads the derived value, score or table that is made of this.
  plan::ExprId Derived(plan::ExprId value);
  plan::ExprId Score(plan::NodeId item);
  plan::ExprId Table(plan::NodeId row);

  // The value is at least 1.
  std::uint32_t AtLeastOne(plan::ExprId value);
  plan::NodeId OfAtom(std::uint32_t atom);
  plan::NodeId OfNode(plan::NodeId node);
  // The text of the field matches.
  std::uint32_t Matches(plan::ExprId text, std::uint32_t pattern, bool ignoring_case);

  // A condition of one term that tests a field: it is one of these.
  std::uint32_t FieldTest(std::uint32_t field, const std::vector<plan::ExprId>& values);
  std::uint32_t Column(std::uint32_t field);
  plan::NodeId OfFieldTest(std::uint32_t column, std::uint32_t test);

  // So that decisions, and what they ask for, depend on a condition.
  void Support(plan::NodeId when);
  void Print(plan::ExprId value);

 private:
  plan::ExprId Add(plan::Expr expr, const std::vector<plan::ExprId>& children);
  plan::NodeId OfResidual(plan::Residual residual);
  plan::NodeId OfLastTerm();

  plan::Plan& plan_;
};

}  // namespace lq::test
