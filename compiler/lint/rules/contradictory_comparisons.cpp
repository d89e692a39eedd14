#include <unordered_map>

#include <fmt/format.h>

#include "compiler/lint/conditions.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/subject_set.h"

namespace lq::lint {
namespace {

struct Sofar {
  NumberSet passing;
  Span last;
};

// The parts of an and-list, one after the other, each against those before about its subject.
void LookAt(const ir::Program& program, const ir::Cond& list, Findings& findings) {
  std::unordered_map<std::string, Sofar> subjects;
  for (const ir::CondId part : PartsOf(program, list)) {
    const std::optional<SubjectSet> set = SetOf(program, part);
    const Span at = program.conds[part].span;
    if (!set.has_value() || set->passing.empty())
      continue;
    const auto [sofar, fresh] = subjects.emplace(set->subject, Sofar{set->passing, at});
    if (fresh)
      continue;
    const NumberSet both = Intersection(sofar->second.passing, set->passing);
    if (both.empty()) {
      Diagnostic& report = findings.Add(
          at, fmt::format("no value of `{}` passes both of these comparisons", set->subject));
      report.primary.text = "never holds when the other one does";
      report.secondary.push_back({sofar->second.last, "the other one"});
      report.help = "write `or` if one of them is enough, or mend one of the values";
      return;
    }
    sofar->second = {both, at};
  }
}

}  // namespace

void ContradictoryComparisons(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    for (const ir::CondId root : WrittenConditions(*policy.program)) {
      for (const ir::CondId list : ListsOf(*policy.program, root)) {
        if (policy.program->conds[list].op == ir::CondOp::kAnd)
          LookAt(*policy.program, policy.program->conds[list], findings);
      }
    }
  }
}

}  // namespace lq::lint
