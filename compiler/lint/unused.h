#pragma once

#include <fmt/format.h>

#include "compiler/lint/removal.h"
#include "compiler/lint/rule.h"
#include "compiler/lint/use.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

// Of each declaration of a kind that nothing names: "nothing uses the set `x`". `certain`: without
// it the hash stays the same.
template <typename T>
void ReportUnused(const Package& package, std::string_view kind, bool certain, Findings& findings) {
  const std::unordered_set<std::string_view> used = UsedNames(package);
  for (const syntax::Unit* unit : PrivateUnits(package)) {
    ForEach<T>(*unit, [&](const T& declaration) {
      if (used.contains(declaration.name.text))
        return;
      Diagnostic& report =
          findings.Add(declaration.name.span,
                       fmt::format("nothing uses the {} `{}`", kind, declaration.name.text));
      report.help = "remove it, or use it";
      report.fixes.push_back({Removable(*package.sources, declaration.span), "", certain});
    });
  }
}

}  // namespace lq::lint
