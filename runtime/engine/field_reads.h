#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/evaluation.h"

namespace lq::engine {

// Which fields a condition reads, for `ask` (language.md, section 7): those with more than one
// possible value in its undecided comparisons, through undecided parts only, and through derived
// values, scores and tables.
class FieldReads {
 public:
  explicit FieldReads(const plan::Plan& plan);

  // The fields an undecided node reads, each once. Good until the next call.
  const std::vector<std::uint32_t>& Of(plan::NodeId node, Evaluation& evaluation);

 private:
  void WalkNode(plan::NodeId node, Evaluation& evaluation);
  void WalkTerm(plan::TermId term, Evaluation& evaluation);
  void WalkExpression(plan::ExprId id, Evaluation& evaluation);
  void WalkChain(plan::ExprId id, Evaluation& evaluation);
  void AddField(std::uint32_t field, Evaluation& evaluation);
  bool FirstVisit(std::vector<std::uint64_t>& seen, std::uint32_t index);

  const plan::Plan& plan_;
  std::uint64_t walk_ = 0;
  std::vector<std::uint64_t> seen_fields_;
  std::vector<std::uint64_t> seen_derived_;
  std::vector<std::uint64_t> seen_scores_;
  std::vector<std::uint64_t> seen_tables_;
  std::vector<std::uint32_t> fields_;
};

}  // namespace lq::engine
