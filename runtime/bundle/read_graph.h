#pragma once

#include <cstdint>
#include <vector>

#include "runtime/bundle/complaint.h"
#include "runtime/plan/plan.h"

namespace lq::bundle {

// What reads what in a plan whose links are verified: expressions, nodes, atoms, derived values,
// scores and tables.
class ReadGraph {
 public:
  explicit ReadGraph(const plan::Plan& plan);

  // Nothing reads itself, however indirectly, nothing reads too deep for an ordinary stack, and
  // what a guard may read of the decision nothing else does.
  bool Verify(Complaint& complaint);

  // After Verify: all expressions, each after all that it reads.
  const std::vector<plan::ExprId>& expressions() const { return order_; }

 private:
  using Vertex = std::uint32_t;

  // Calls `visit` with every vertex that one reads.
  template <typename Visit>
  void EachRead(Vertex vertex, Visit visit) const;
  template <typename Visit>
  void EachReadOfExpr(const plan::Expr& expr, Visit visit) const;
  template <typename Visit>
  void EachReadOfNode(const plan::Node& node, Visit visit) const;

  std::vector<Vertex> ReadersFirst() const;
  // Whether the engine goes from one to the other by a loop.
  bool InChain(Vertex vertex, Vertex read) const;
  bool VerifyDepth(const std::vector<Vertex>& order, Complaint& complaint) const;
  bool VerifyProposal(const std::vector<Vertex>& order, Complaint& complaint) const;
  bool ReadsProposal(Vertex vertex) const;

  const plan::Plan& plan_;
  // Where the vertices of each kind begin; those of expressions at 0.
  Vertex nodes_ = 0;
  Vertex atoms_ = 0;
  Vertex derived_ = 0;
  Vertex scores_ = 0;
  Vertex tables_ = 0;
  Vertex end_ = 0;
  std::vector<plan::ExprId> order_;
};

}  // namespace lq::bundle
