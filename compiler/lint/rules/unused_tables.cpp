#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/use.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

void UnusedTables(const Package& package, Findings& findings) {
  const std::unordered_set<std::string_view> used = UsedNames(package);
  for (const Policy& policy : package.policies) {
    ForEach<syntax::TableDeclaration>(*policy.unit, [&](const syntax::TableDeclaration& table) {
      // A rules table chooses outcomes and has no readers.
      if (table.is_rules || used.contains(table.name.text))
        return;
      Diagnostic& report = findings.Add(
          table.name.span,
          fmt::format("nothing reads the table `{}`, and it is no output", table.name.text));
      report.help = fmt::format("write `output {}`, or remove the table", table.name.text);
    });
  }
}

}  // namespace lq::lint
