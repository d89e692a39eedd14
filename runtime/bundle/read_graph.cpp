#include "runtime/bundle/read_graph.h"

#include <algorithm>

#include "runtime/plan/chain.h"

namespace lq::bundle {
namespace {

// What is worked out by recursion: this much fits the stack of any thread, of 512 KiB, too. The
// language nests 64 deep, where nobody goes.
constexpr std::uint32_t kDeepest = 500;

}  // namespace

ReadGraph::ReadGraph(const plan::Plan& plan) : plan_(plan) {
  const auto begin = [&](Vertex& first, Vertex after, std::size_t count) {
    first = after;
    end_ = after + static_cast<Vertex>(count);
  };
  end_ = static_cast<Vertex>(plan.expressions.nodes.size());
  begin(nodes_, end_, plan.terms.nodes.size());
  begin(atoms_, end_, plan.terms.atoms.size());
  begin(derived_, end_, plan.expressions.derived.size());
  begin(scores_, end_, plan.scores.size());
  begin(tables_, end_, plan.tables.size());
}

template <typename Visit>
void ReadGraph::EachReadOfExpr(const plan::Expr& expr, Visit visit) const {
  for (std::uint32_t i = 0; i < expr.child_count; ++i)
    visit(plan_.expressions.children[expr.first_child + i]);
  if (expr.op == plan::ExprOp::kDerived)
    visit(derived_ + expr.index);
  if (expr.op == plan::ExprOp::kScore)
    visit(scores_ + expr.index);
  if (expr.op == plan::ExprOp::kTable)
    visit(tables_ + expr.index);
}

// Dense tests read constants only.
template <typename Visit>
void ReadGraph::EachReadOfNode(const plan::Node& node, Visit visit) const {
  for (plan::TermId id = node.first; id < node.first + node.count; ++id) {
    const plan::Term& term = plan_.terms.terms[id];
    for (std::uint32_t i = 0; i < term.residual_count; ++i) {
      const plan::Residual& residual = plan_.terms.residuals[term.first_residual + i];
      const bool is_node = residual.kind == plan::Residual::Kind::kNode;
      visit((is_node ? nodes_ : atoms_) + residual.index);
    }
  }
}

template <typename Visit>
void ReadGraph::EachRead(Vertex vertex, Visit visit) const {
  if (vertex < nodes_) {
    EachReadOfExpr(plan_.expressions.nodes[vertex], visit);
  } else if (vertex < atoms_) {
    EachReadOfNode(plan_.terms.nodes[vertex - nodes_], visit);
  } else if (vertex < derived_) {
    const plan::Atom& atom = plan_.terms.atoms[vertex - atoms_];
    if (atom.kind == plan::Atom::Kind::kOutcome)
      return;
    visit(atom.left);
    for (std::uint32_t i = 0; i < atom.operand_count; ++i)
      visit(plan_.terms.operands[atom.first_operand + i]);
  } else if (vertex < scores_) {
    visit(plan_.expressions.derived[vertex - derived_].value);
  } else if (vertex < tables_) {
    for (const plan::ScoreItem& item : plan_.scores[vertex - scores_].items)
      visit(nodes_ + item.when);
  } else {
    const plan::Table& table = plan_.tables[vertex - tables_];
    for (const plan::TableRow& row : table.rows) {
      visit(nodes_ + row.when);
      visit(row.value);
    }
    if (table.otherwise != plan::kNone)
      visit(table.otherwise);
  }
}

// Kahn's topological sort. What reads itself, and what only that reads, is left out.
std::vector<ReadGraph::Vertex> ReadGraph::ReadersFirst() const {
  std::vector<std::uint32_t> readers(end_);
  for (Vertex vertex = 0; vertex < end_; ++vertex)
    EachRead(vertex, [&](Vertex read) { ++readers[read]; });
  std::vector<Vertex> order;
  order.reserve(end_);
  for (Vertex vertex = 0; vertex < end_; ++vertex) {
    if (readers[vertex] == 0)
      order.push_back(vertex);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    EachRead(order[next], [&](Vertex read) {
      if (--readers[read] == 0)
        order.push_back(read);
    });
  }
  return order;
}

bool ReadGraph::Verify(Complaint& complaint) {
  const std::vector<Vertex> order = ReadersFirst();
  if (!complaint.Expect(order.size() == end_, "something in it reads itself") ||
      !VerifyDepth(order, complaint) || !VerifyProposal(order, complaint))
    return false;
  std::copy_if(order.rbegin(), order.rend(), std::back_inserter(order_),
               [&](Vertex vertex) { return vertex < nodes_; });
  return true;
}

bool ReadGraph::InChain(Vertex vertex, Vertex read) const {
  if (vertex >= nodes_ || read >= nodes_)
    return false;
  const plan::Expr& expr = plan_.expressions.nodes[vertex];
  return plan::IsChained(expr) && plan::IsChained(plan_.expressions.nodes[read]) &&
         plan_.expressions.children[expr.first_child] == read;
}

bool ReadGraph::VerifyDepth(const std::vector<Vertex>& order, Complaint& complaint) const {
  std::vector<std::uint32_t> depth(end_);
  std::uint32_t deepest = 0;
  for (const Vertex vertex : order) {
    EachRead(vertex, [&](Vertex read) {
      depth[read] = std::max(depth[read], depth[vertex] + (InChain(vertex, read) ? 0 : 1));
      deepest = std::max(deepest, depth[read]);
    });
  }
  return complaint.Expect(deepest <= kDeepest, "it nests {} deep, and {} is the most", deepest,
                          kDeepest);
}

bool ReadGraph::ReadsProposal(Vertex vertex) const {
  if (vertex < nodes_) {
    const plan::ExprOp op = plan_.expressions.nodes[vertex].op;
    return op == plan::ExprOp::kConfidence || op == plan::ExprOp::kTension;
  }
  return vertex >= atoms_ && vertex < derived_ &&
         plan_.terms.atoms[vertex - atoms_].kind == plan::Atom::Kind::kOutcome;
}

// Values that are worked out once a decision, and conditions of all but guards, are asked before
// there is a proposal.
bool ReadGraph::VerifyProposal(const std::vector<Vertex>& order, Complaint& complaint) const {
  std::vector<bool> reads(end_);
  for (auto vertex = order.rbegin(); vertex != order.rend(); ++vertex) {
    bool some = ReadsProposal(*vertex);
    EachRead(*vertex, [&](Vertex read) { some = some || reads[read]; });
    reads[*vertex] = some;
  }
  const auto of_condition = [&](const auto& one) { return reads[nodes_ + one.when]; };
  const bool early = std::find(reads.begin() + derived_, reads.end(), true) != reads.end() ||
                     std::any_of(plan_.rules.begin(), plan_.rules.end(), of_condition) ||
                     std::any_of(plan_.evidence.begin(), plan_.evidence.end(), of_condition);
  bool printed = false;
  for (const plan::Output& output : plan_.outputs)
    printed = printed || (output.value != plan::kNone && reads[output.value]);
  for (const plan::Content& content : plan_.content) {
    for (const plan::ContentText& text : content.texts) {
      for (const plan::TextPart& part : text.parts)
        printed = printed || (part.operand != plan::kNone && reads[part.operand]);
    }
  }
  return complaint.Expect(!early && !printed, "something other than a guard reads the decision");
}

}  // namespace lq::bundle
