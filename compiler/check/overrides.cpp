#include "compiler/check/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace lq::check {
namespace {

// One name of a clause that names a rule (tables override nothing by name, so they close no
// circle).
struct Edge {
  std::uint32_t to = 0;
  Span span;
};

using Edges = std::unordered_map<std::uint32_t, std::vector<Edge>>;

void AddRange(std::vector<std::uint32_t>& list, std::uint32_t first, std::uint32_t count) {
  for (std::uint32_t i = first; i < first + count; ++i)
    list.push_back(i);
}

std::vector<Edge> ResolveClause(Context& context, const OverridesClause& clause) {
  std::vector<std::uint32_t>& overridden = context.program->rules[clause.rule].overrides;
  std::vector<Edge> edges;
  for (const syntax::Name& name : *clause.names) {
    const NameTable::Named* named = context.rules.Resolve(context.diagnostics, name);
    if (named == nullptr)
      continue;
    if (named->kind == kRulesTableName) {
      const ir::RulesTable& table = context.program->rules_tables[named->index];
      AddRange(overridden, table.first, table.count);
    } else {
      overridden.push_back(named->index);
      edges.push_back({named->index, name.span});
    }
  }
  std::sort(overridden.begin(), overridden.end());
  overridden.erase(std::unique(overridden.begin(), overridden.end()), overridden.end());
  return edges;
}

// Depth first without recursion: a chain may be as long as there are rules.
class CircleFinder {
 public:
  CircleFinder(Context& context, const Edges& edges) : context_(context), edges_(edges) {}

  void Visit(std::uint32_t start) {
    if (state_[start] != State::kNew)
      return;
    Enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      const std::vector<Edge>* edges = EdgesOf(step.rule);
      if (edges == nullptr || step.next == edges->size()) {
        state_[step.rule] = State::kDone;
        path_.pop_back();
      } else {
        Follow((*edges)[step.next++]);
      }
    }
  }

 private:
  enum class State : std::uint8_t { kNew, kOnPath, kDone };
  struct Step {
    std::uint32_t rule = 0;
    std::size_t next = 0;
  };

  void Enter(std::uint32_t rule) {
    state_[rule] = State::kOnPath;
    path_.push_back({rule, 0});
  }

  const std::vector<Edge>* EdgesOf(std::uint32_t rule) const {
    const auto found = edges_.find(rule);
    return found == edges_.end() ? nullptr : &found->second;
  }

  void Follow(const Edge& edge) {
    const State state = state_[edge.to];
    if (state == State::kNew)
      Enter(edge.to);
    if (state == State::kOnPath)
      ReportCircle(edge);
  }

  std::string_view NameOf(std::uint32_t rule) const { return context_.program->rules[rule].name; }

  void ReportCircle(const Edge& closing) {
    const auto on_circle = [&](const Step& step) { return step.rule == closing.to; };
    const auto begin = std::find_if(path_.begin(), path_.end(), on_circle);
    std::vector<std::string_view> names;
    std::string chain;
    constexpr std::size_t kShown = 8;
    for (auto step = begin; step != path_.end(); ++step) {
      const std::uint32_t next = step + 1 == path_.end() ? closing.to : (step + 1)->rule;
      if (names.size() < kShown) {
        chain += fmt::format("{}`{}` overrides `{}`", chain.empty() ? "" : ", ", NameOf(step->rule),
                             NameOf(next));
      }
      names.push_back(NameOf(step->rule));
    }
    if (names.size() > kShown)
      chain += ", and so on";
    Report(closing, names, chain);
  }

  void Report(const Edge& closing, const std::vector<std::string_view>& names,
              const std::string& chain) {
    const std::string message =
        names.size() == 1 ? fmt::format("`{}` overrides itself", names[0])
                          : fmt::format("{} override each other in a circle", Quoted(names));
    Diagnostic& report = context_.Report(DiagnosticKind::kOverridesCircle, closing.span, message);
    report.primary.text = names.size() == 1 ? "its own name" : "closes the circle";
    if (names.size() > 1)
      report.notes.push_back(chain + ".");
    report.notes.push_back("Which of them wins would have no answer.");
    report.help = "remove one of these names from its `overrides`";
  }

  Context& context_;
  const Edges& edges_;
  std::unordered_map<std::uint32_t, State> state_;
  std::vector<Step> path_;
};

}  // namespace

void CheckOverrides(Context& context, const std::vector<OverridesClause>& clauses) {
  Edges edges;
  for (const OverridesClause& clause : clauses)
    edges[clause.rule] = ResolveClause(context, clause);
  CircleFinder finder(context, edges);
  for (const OverridesClause& clause : clauses)
    finder.Visit(clause.rule);
}

}  // namespace lq::check
