#pragma once

#include <deque>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "compiler/ir/program.h"
#include "compiler/plan/lower_expressions.h"
#include "compiler/plan/normal_form.h"
#include "runtime/plan/plan.h"

namespace lq {

// Conditions to nodes and terms. Terms are numbered in the order of Lower's calls, those of nested
// nodes after all of them (Finish), so that the terms of rules stay together at the front.
class ConditionLowering {
 public:
  ConditionLowering(const ir::Program& program, plan::Plan& plan, ExpressionLowering& expressions)
      : program_(program), plan_(plan), expressions_(expressions) {}

  plan::NodeId Lower(ir::CondId cond);
  void Finish();

 private:
  void FillNode(plan::NodeId node, const NormalForm& form);
  void AddTerm(const NormalForm& form);
  void AddMember(const NormalForm& member, std::map<std::pair<int, std::uint32_t>, int>& slots);
  void AddDense(plan::ColumnKind kind, std::uint32_t index, std::uint32_t test, bool negated,
                std::map<std::pair<int, std::uint32_t>, int>& slots);
  void AddLiteral(const NormalForm::Test& test,
                  std::map<std::pair<int, std::uint32_t>, int>& slots);
  std::uint32_t AddFieldTest(const NormalForm& form);
  std::uint32_t AtomOf(ir::CondId cond);
  std::uint32_t AddOperands(const std::vector<ir::ExprId>& operands);
  std::uint32_t ColumnOf(plan::ColumnKind kind, std::uint32_t index, int slot);

  const ir::Program& program_;
  plan::Plan& plan_;
  ExpressionLowering& expressions_;
  std::deque<std::pair<plan::NodeId, NormalForm>> pending_;
  std::unordered_map<ir::CondId, std::uint32_t> atoms_;
  std::map<std::tuple<plan::ColumnKind, std::uint32_t, int>, std::uint32_t> columns_;
};

}  // namespace lq
