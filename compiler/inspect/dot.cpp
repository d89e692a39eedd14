#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/inspect/inspection.h"

namespace lq {
namespace {

using Kind = DecisionGraph::Kind;
using Link = DecisionGraph::Link;

std::string_view NodeLook(Kind kind) {
  switch (kind) {
    case Kind::kField:
      return R"(shape=plain)";
    case Kind::kDerived:
    case Kind::kToggle:
      return R"(shape=box style="rounded" color="#8c959f")";
    case Kind::kDefine:
      return R"(shape=box style="rounded" color="#0b5cad")";
    case Kind::kScore:
    case Kind::kTable:
    case Kind::kLookup:
      return R"(shape=box style="filled" fillcolor="#eef1f4" color="#8c959f")";
    case Kind::kRule:
    case Kind::kRulesTable:
      return R"(shape=box style="filled" fillcolor="#dcebfb" color="#0b5cad")";
    case Kind::kEvidence:
      return R"(shape=box style="rounded,filled" fillcolor="#e6f4ea" color="#1a7f37")";
    case Kind::kGuard:
      return R"(shape=octagon style="filled" fillcolor="#fdeceb" color="#c62f2f")";
    case Kind::kOutput:
      return R"(shape=note color="#8c959f")";
    case Kind::kOutcome:
      return R"(shape=box style="filled,bold" fillcolor="#1b1f24" fontcolor="#ffffff")";
    case Kind::kHold:
      return R"(shape=box style="filled" fillcolor="#9a6700" fontcolor="#ffffff")";
  }
  return "";
}

std::string_view EdgeLook(Link link) {
  switch (link) {
    case Link::kReads:
      return R"(color="#b6bec7")";
    case Link::kChooses:
      return R"(color="#0b5cad" penwidth=1.6)";
    case Link::kOtherwise:
      return R"(color="#0b5cad" style=dashed)";
    case Link::kSupports:
      return R"(color="#1a7f37" style=dashed label="+")";
    case Link::kWeakens:
      return R"(color="#c62f2f" style=dashed label="−")";
    case Link::kOverrides:
      return R"(color="#c62f2f" arrowhead=tee constraint=false label="overrides")";
    case Link::kHoldsBack:
      return R"(color="#c62f2f" label="holds back")";
  }
  return "";
}

// What kind of thing it is, and its name. Names of the language need no escape.
std::string Label(const ir::Program& program, const DecisionGraph::Node& node) {
  if (node.kind == Kind::kField) {
    return node.name;
  }
  if (node.kind == Kind::kOutcome) {
    for (const ir::Outcome& outcome : program.outcomes) {
      if (outcome.name == node.name && outcome.needs > 0) {
        return fmt::format("{}\\nneeds {}.{}%", node.name, outcome.needs / 10, outcome.needs % 10);
      }
    }
    return node.name;
  }
  if (node.kind == Kind::kHold) {
    return fmt::format("{}\\nwhen doubtful", node.name);
  }
  if (node.name.empty()) {
    return "otherwise";
  }
  const std::string title = NodeTitle(node);
  const std::size_t space = title.find(' ');
  return title.substr(0, space) + "\\n" + title.substr(space + 1);
}

// The fields stand in the first column; the outcomes in the last, strongest first: an edge that is
// not drawn keeps each above the next.
std::string Columns(const ir::Program& program, const DecisionGraph& graph) {
  std::vector<std::string> outcomes;
  for (const ir::Outcome& outcome : program.outcomes) {
    outcomes.push_back(outcome.name);
  }
  std::string fields;
  std::vector<std::string> column(outcomes.size() + 1);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const DecisionGraph::Node& node = graph.nodes[i];
    const auto place = std::find(outcomes.begin(), outcomes.end(), node.name) - outcomes.begin();
    if (node.kind == Kind::kField) {
      fields += fmt::format(" n{};", i);
    } else if (node.kind == Kind::kOutcome || node.kind == Kind::kHold) {
      column[static_cast<std::size_t>(place)] = fmt::format("n{}", i);
    }
  }
  std::erase(column, "");
  return fmt::format("  {{ rank=min;{} }}\n  {{ rank=max; {} [style=invis]; }}\n", fields,
                     fmt::join(column, " -> "));
}

}  // namespace

std::string DotText(const ir::Program& program, const DecisionGraph& graph) {
  std::string dot = fmt::format(
      "digraph \"{}\" {{\n"
      "  rankdir=LR;\n  nodesep=0.18;\n  ranksep=0.9;\n"
      "  node [fontname=\"Helvetica\" fontsize=11 margin=\"0.12,0.06\"];\n"
      "  edge [fontname=\"Helvetica\" fontsize=9 arrowsize=0.6];\n",
      program.policy);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const DecisionGraph::Node& node = graph.nodes[i];
    dot += fmt::format("  n{} [label=\"{}\" {}];\n", i, Label(program, node), NodeLook(node.kind));
  }
  dot += Columns(program, graph);
  for (const DecisionGraph::Edge& edge : graph.edges) {
    dot += fmt::format("  n{} -> n{} [{}];\n", edge.from, edge.to, EdgeLook(edge.link));
  }
  return dot + "}\n";
}

}  // namespace lq
