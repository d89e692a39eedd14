#include <fmt/format.h>

#include "compiler/lint/removal.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/use.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

void UnusedSets(const Package& package, Findings& findings) {
  const std::unordered_set<std::string_view> used = UsedNames(package);
  for (const syntax::Unit* unit : PrivateUnits(package)) {
    ForEach<syntax::SetDeclaration>(*unit, [&](const syntax::SetDeclaration& set) {
      if (used.contains(set.name.text))
        return;
      Diagnostic& report =
          findings.Add(set.name.span, fmt::format("nothing uses the set `{}`", set.name.text));
      report.help = "remove it";
      report.fixes.push_back({Removable(*package.sources, set.span), "", true});
    });
  }
}

}  // namespace lq::lint
