#include <functional>
#include <map>

#include <fmt/format.h>

#include "compiler/lint/conditions.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/subject_set.h"

namespace lq::lint {
namespace {

using Visit = std::function<void(ir::CondId)>;

// The comparisons below a condition.
void ForEachTest(const ir::Program& program, ir::CondId id, const Visit& visit) {
  const ir::Cond& cond = program.conds[id];
  if (cond.op == ir::CondOp::kTest)
    visit(id);
  for (const ir::CondId child : cond.children)
    ForEachTest(program, child, visit);
}

bool IsAll(const SubjectSet& set) { return Complement(set.passing, set.domain).empty(); }

void LookAtTest(const ir::Program& program, ir::CondId test, Findings& findings) {
  const std::optional<SubjectSet> set = SetOf(program, test);
  if (!set.has_value() || (!set->passing.empty() && !IsAll(*set)))
    return;
  const bool always = !set->passing.empty();
  // The checker speaks of `between` with the greater end first.
  if (!always && program.conds[test].test == ir::TestOp::kBetween)
    return;
  Diagnostic& report = findings.Add(program.conds[test].span,
                                    fmt::format("every value that `{}` can have {} this comparison",
                                                set->subject, always ? "passes" : "fails"));
  report.help =
      always ? "remove it, or write the value that was meant" : "write the value that was meant";
}

// An or-list whose comparisons of one subject leave nothing out.
void LookAtOr(const ir::Program& program, const ir::Cond& list, Findings& findings) {
  std::map<std::string, SubjectSet> subjects;
  for (const ir::CondId part : PartsOf(program, list)) {
    const std::optional<SubjectSet> set = SetOf(program, part);
    if (!set.has_value() || IsAll(*set))
      continue;
    const auto [sofar, fresh] = subjects.emplace(set->subject, *set);
    if (!fresh)
      sofar->second.passing = Union(sofar->second.passing, set->passing);
    if (!fresh && IsAll(sofar->second)) {
      findings
          .Add(list.span,
               fmt::format("every value that `{}` can have passes one of these comparisons",
                           set->subject))
          .help = "remove the list, or write the values that were meant";
      return;
    }
  }
}

}  // namespace

void ConstantConditions(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    for (const ir::CondId root : WrittenConditions(program)) {
      ForEachTest(program, root, [&](ir::CondId test) { LookAtTest(program, test, findings); });
      for (const ir::CondId list : ListsOf(program, root)) {
        if (program.conds[list].op == ir::CondOp::kOr)
          LookAtOr(program, program.conds[list], findings);
      }
    }
  }
}

}  // namespace lq::lint
