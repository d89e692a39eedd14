#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

void MissingOwners(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    bool owned = false;
    ForEach<syntax::Note>(*policy.unit,
                          [&](const syntax::Note& note) { owned |= note.keyword == "owner"; });
    if (owned)
      continue;
    Diagnostic& report = findings.Add(policy.unit->name.span,
                                      fmt::format("nobody owns `{}`", policy.unit->name.text));
    report.help = "add `owner \"…\"`, the address of who answers for it";
  }
}

}  // namespace lq::lint
