#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

void UnusedGroups(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    ForEach<syntax::GroupDeclaration>(*policy.unit, [&](const syntax::GroupDeclaration& group) {
      const auto& evidence = policy.program->evidence;
      const auto members = std::count_if(evidence.begin(), evidence.end(), [&](const auto& item) {
        return item.group != ir::kNone &&
               policy.program->groups[item.group].name == group.name.text;
      });
      if (members > 1)
        return;
      Diagnostic& report = findings.Add(
          group.name.span,
          members == 0 ? fmt::format("no evidence is within the group `{}`", group.name.text)
                       : fmt::format("only one piece of evidence is within the group `{}`",
                                     group.name.text));
      report.notes.push_back("A group bounds what several pieces of evidence count together.");
      report.help = "add `within` to the evidence that belongs together, or remove the group";
    });
  }
}

}  // namespace lq::lint
