#include <map>
#include <set>

#include <fmt/format.h>

#include "compiler/ir/expression_text.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/subject_set.h"

namespace lq::lint {
namespace {

constexpr std::size_t kOften = 3;

// A number as it stands, with the subject that it is held against.
using Key = std::pair<std::string, std::string>;

struct Use {
  std::string_view rule;
  Span at;
};

using Uses = std::map<Key, std::vector<Use>>;

void Collect(const ir::Program& program, ir::CondId id, std::string_view rule, Uses& uses) {
  const ir::Cond& cond = program.conds[id];
  for (const ir::ExprId right : cond.right) {
    const ir::Expr& constant = program.exprs[right];
    if (constant.op == ir::ExprOp::kConstant && IsOrdered(constant.type.kind))
      uses[{SubjectText(program, cond.left), ir::ExprText(program, right)}].push_back(
          {rule, constant.span});
  }
  for (const ir::CondId child : cond.children)
    Collect(program, child, rule, uses);
}

}  // namespace

void RepeatedNumbers(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    Uses uses;
    for (const ir::Rule& rule : policy.program->rules) {
      if (rule.table == ir::kNone)
        Collect(*policy.program, rule.when, rule.name, uses);
    }
    for (const auto& [key, places] : uses) {
      std::set<std::string_view> rules;
      for (const Use& use : places)
        rules.insert(use.rule);
      if (rules.size() < kOften)
        continue;
      Diagnostic& report =
          findings.Add(places.front().at, fmt::format("{} rules hold `{}` against the same {}",
                                                      rules.size(), key.first, key.second));
      for (std::size_t i = 1; i < kOften; ++i)
        report.secondary.push_back({places[i].at, "again"});
      report.help = "give the number a name with `parameter`: then it changes in one place";
    }
  }
}

}  // namespace lq::lint
