#include "compiler/inspect/graph.h"

#include <map>
#include <set>

#include "compiler/inspect/reads.h"

namespace lq::inspect {
namespace {

using Kind = DecisionGraph::Kind;
using Link = DecisionGraph::Link;

class GraphMaker {
 public:
  explicit GraphMaker(const ir::Program& program) : program_(program) {}

  DecisionGraph Run() {
    Values();
    Rules();
    Evidence();
    Guards();
    Outputs();
    return std::move(graph_);
  }

 private:
  std::uint32_t Node(Kind kind, const std::string& name) {
    const auto next = static_cast<std::uint32_t>(graph_.nodes.size());
    const auto [found, fresh] = index_.try_emplace({kind, name}, next);
    if (fresh) {
      graph_.nodes.push_back({kind, name});
    }
    return found->second;
  }

  void Add(std::uint32_t from, std::uint32_t to, Link link) {
    const DecisionGraph::Edge edge = {from, to, link};
    if (seen_.insert({{from, to}, link}).second) {
      graph_.edges.push_back(edge);
    }
  }

  Visit ReadBy(std::uint32_t reader) {
    return [this, reader](Kind kind, const std::string& name) {
      Add(Node(kind, name), reader, Link::kReads);
    };
  }

  void Reads(std::uint32_t reader, ir::CondId cond) { VisitCond(program_, cond, ReadBy(reader)); }

  // Derived values, defines, scores, tables and lookups.
  void Values() {
    for (const ir::Derived& derived : program_.derived) {
      VisitExpr(program_, derived.value, ReadBy(Node(Kind::kDerived, derived.name)));
    }
    for (const ir::Define& define : program_.defines) {
      Reads(Node(Kind::kDefine, define.name), define.when);
    }
    for (const ir::Score& score : program_.scores) {
      for (const ir::ScoreItem& item : score.items) {
        Reads(Node(Kind::kScore, score.name), item.when);
      }
    }
    for (const ir::Table& table : program_.tables) {
      for (const ir::TableRow& row : table.rows) {
        Reads(Node(Kind::kTable, table.name), row.when);
      }
    }
    for (const ir::Lookup& lookup : program_.lookups) {
      for (const std::uint32_t key : lookup.keys) {
        ReadBy(Node(Kind::kLookup, lookup.name))(Kind::kField, program_.schema.fields[key].path);
      }
    }
  }

  std::uint32_t Outcome(std::uint32_t outcome) {
    return Node(Kind::kOutcome, program_.outcomes[outcome].name);
  }

  std::uint32_t RuleNode(const ir::Rule& rule) {
    return Node(rule.row == 0 ? Kind::kRule : Kind::kRulesTable, rule.name);
  }

  void Rules() {
    for (std::uint32_t outcome = 0; outcome < program_.outcomes.size(); ++outcome) {
      Outcome(outcome);
    }
    for (const ir::Rule& rule : program_.rules) {
      const std::uint32_t node = RuleNode(rule);
      Reads(node, rule.when);
      Add(node, Outcome(rule.outcome), Link::kChooses);
      for (const std::uint32_t overridden : rule.overrides) {
        const std::uint32_t other = RuleNode(program_.rules[overridden]);
        if (other != node) {
          Add(node, other, Link::kOverrides);
        }
      }
    }
    Add(Node(Kind::kRule, ""), Outcome(program_.otherwise_outcome), Link::kOtherwise);
  }

  void Evidence() {
    for (const ir::Evidence& evidence : program_.evidence) {
      const std::uint32_t node = Node(Kind::kEvidence, evidence.name);
      Reads(node, evidence.when);
      Add(node, Outcome(evidence.outcome), evidence.points < 0 ? Link::kWeakens : Link::kSupports);
    }
  }

  void Guards() {
    for (const ir::Guard& guard : program_.guards) {
      const std::uint32_t node = Node(Kind::kGuard, guard.name);
      Reads(node, guard.when);
      Add(node, Node(Kind::kHold, program_.doubtful), Link::kHoldsBack);
    }
  }

  void Outputs() {
    for (const ir::Output& output : program_.outputs) {
      const std::uint32_t node = Node(Kind::kOutput, output.name);
      VisitExpr(program_, output.value, ReadBy(node));
      if (output.content == ir::kNone) {
        continue;
      }
      for (const ir::ContentText& text : program_.content[output.content].texts) {
        for (const ir::TextPart& part : text.parts) {
          VisitExpr(program_, part.operand, ReadBy(node));
        }
      }
    }
  }

  const ir::Program& program_;
  DecisionGraph graph_;
  std::map<std::pair<Kind, std::string>, std::uint32_t> index_;
  std::set<std::pair<std::pair<std::uint32_t, std::uint32_t>, Link>> seen_;
};

}  // namespace

DecisionGraph GraphOf(const ir::Program& program) { return GraphMaker(program).Run(); }

}  // namespace lq::inspect
