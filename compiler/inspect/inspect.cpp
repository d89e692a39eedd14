#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/inspect/graph.h"
#include "compiler/inspect/reads.h"

namespace lq {
namespace {

using Kind = DecisionGraph::Kind;

std::string TitleOf(const ir::Rule& rule) {
  return rule.row == 0 ? "rule " + rule.name : fmt::format("table {} row {}", rule.name, rule.row);
}

std::vector<std::string> LanguagesOf(const ir::Program& program, const std::string& code) {
  std::vector<std::string> languages;
  for (const ir::Content& content : program.content) {
    for (const ir::ContentText& text : content.texts) {
      if (content.of == ir::Content::Of::kReason && content.name == code) {
        languages.push_back(text.language);
      }
    }
  }
  return languages;
}

class ReasonFinder {
 public:
  explicit ReasonFinder(const ir::Program& program) : program_(program) {}

  std::vector<InspectedReason> Run() {
    for (const ir::Rule& rule : program_.rules) {
      Add(rule.reason, TitleOf(rule));
    }
    Add(program_.otherwise_reason, "otherwise");
    for (const ir::Evidence& evidence : program_.evidence) {
      Add(evidence.reason, "evidence " + evidence.name);
      Add(evidence.otherwise_reason, "evidence " + evidence.name);
    }
    for (const ir::Guard& guard : program_.guards) {
      Add(guard.reason, "guard " + guard.name);
    }
    for (const ir::Score& score : program_.scores) {
      for (const ir::ScoreItem& item : score.items) {
        Add(item.reason, "score " + score.name);
      }
    }
    std::vector<InspectedReason> reasons;
    for (auto& [code, from] : found_) {
      reasons.push_back({code, std::move(from), LanguagesOf(program_, code)});
    }
    return reasons;
  }

 private:
  void Add(const std::string& code, const std::string& from) {
    if (code.empty()) {
      return;
    }
    std::vector<std::string>& all = found_[code];
    if (std::find(all.begin(), all.end(), from) == all.end()) {
      all.push_back(from);
    }
  }

  const ir::Program& program_;
  std::map<std::string, std::vector<std::string>> found_;
};

std::vector<std::string> FindAbsence(const ir::Program& program) {
  std::vector<std::string> found;
  const auto add = [&](std::string title, bool depends) {
    if (depends && std::find(found.begin(), found.end(), title) == found.end()) {
      found.push_back(std::move(title));
    }
  };
  const auto asks = [&](ir::CondId cond) { return inspect::AsksForAbsence(program, cond); };
  for (const ir::Define& define : program.defines) {
    add("define " + define.name, asks(define.when));
  }
  for (const ir::Score& score : program.scores) {
    for (const ir::ScoreItem& item : score.items) {
      add("score " + score.name, asks(item.when));
    }
  }
  for (const ir::Table& table : program.tables) {
    for (const ir::TableRow& row : table.rows) {
      add("table " + table.name, table.assume != ir::Assume::kNothing || asks(row.when));
    }
  }
  for (const ir::Rule& rule : program.rules) {
    add(TitleOf(rule), rule.assume != ir::Assume::kNothing || asks(rule.when));
  }
  for (const ir::Evidence& evidence : program.evidence) {
    add("evidence " + evidence.name, asks(evidence.when));
  }
  for (const ir::Guard& guard : program.guards) {
    add("guard " + guard.name, asks(guard.when));
  }
  return found;
}

std::string_view KindWord(Kind kind) {
  switch (kind) {
    case Kind::kField:
      return "field";
    case Kind::kDerived:
      return "derived";
    case Kind::kDefine:
      return "define";
    case Kind::kScore:
      return "score";
    case Kind::kTable:
    case Kind::kRulesTable:
      return "table";
    case Kind::kLookup:
      return "lookup";
    case Kind::kToggle:
      return "toggle";
    case Kind::kRule:
      return "rule";
    case Kind::kEvidence:
      return "evidence";
    case Kind::kGuard:
      return "guard";
    case Kind::kOutput:
      return "output";
    case Kind::kOutcome:
    case Kind::kHold:
      return "outcome";
  }
  return "";
}

}  // namespace

std::string NodeTitle(const DecisionGraph::Node& node) {
  return node.name.empty() ? "otherwise" : fmt::format("{} {}", KindWord(node.kind), node.name);
}

std::vector<std::string> ReadersOf(const DecisionGraph& graph, Kind kind, const std::string& name) {
  std::vector<std::string> readers;
  for (const DecisionGraph::Edge& edge : graph.edges) {
    const DecisionGraph::Node& from = graph.nodes[edge.from];
    if (edge.link == DecisionGraph::Link::kReads && from.kind == kind && from.name == name) {
      readers.push_back(NodeTitle(graph.nodes[edge.to]));
    }
  }
  return readers;
}

Inspection Inspect(const ir::Program& program) {
  return {inspect::GraphOf(program), ReasonFinder(program).Run(), FindAbsence(program)};
}

}  // namespace lq
