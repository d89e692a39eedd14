#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/ir/program.h"

namespace lq {

// What reads what in a policy, and which outcomes its statements speak about.
struct DecisionGraph {
  enum class Kind : std::uint8_t {
    kField,
    kDerived,
    kDefine,
    kScore,
    kTable,
    kLookup,
    kToggle,
    // Also `otherwise`, which has no name.
    kRule,
    // With all its rows.
    kRulesTable,
    kEvidence,
    kGuard,
    kOutput,
    kOutcome,
    // What undecided, doubtful decisions become.
    kHold,
  };
  struct Node {
    Kind kind = Kind::kField;
    std::string name;
  };
  enum class Link : std::uint8_t {
    kReads,
    kChooses,
    kOtherwise,
    kSupports,
    kWeakens,
    kOverrides,
    kHoldsBack
  };
  // Indices of nodes. `from` is read by, chooses, … `to`.
  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Link link = Link::kReads;
    bool operator==(const Edge&) const = default;
  };
  // Only what something reads or what reads something; each edge once.
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

// "rule buyer", "field email", "otherwise"
std::string NodeTitle(const DecisionGraph::Node& node);

// A reason code and the statements that give it.
struct InspectedReason {
  std::string code;
  std::vector<std::string> from;
  // Languages of its content.
  std::vector<std::string> languages;
};

// What a policy consists of.
struct Inspection {
  DecisionGraph graph;
  // By code.
  std::vector<InspectedReason> reasons;
  // The statements whose answer may depend on something being missing.
  std::vector<std::string> depends_on_absence;
};

Inspection Inspect(const ir::Program& program);

// The readers of a field, derived value, … in the graph, by their titles.
std::vector<std::string> ReadersOf(const DecisionGraph& graph, DecisionGraph::Kind kind,
                                   const std::string& name);

// The graph in Graphviz's language, fields at the left, outcomes at the right.
std::string DotText(const ir::Program& program, const DecisionGraph& graph);

}  // namespace lq
