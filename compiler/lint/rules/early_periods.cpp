#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"
#include "runtime/value/date.h"

namespace lq::lint {

void EarlyPeriods(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    ForEach<syntax::ParameterDeclaration>(*file.unit, [&](const auto& parameter) {
      const syntax::Expr& from = parameter.periods.front().from;
      std::int64_t day = 0;
      if (from.kind != syntax::ExprKind::kDate || !ParseDate(from.text, day) ||
          day <= package.today)
        return;
      Diagnostic& report = findings.Add(from.span, fmt::format("`{}` has this value before {} too",
                                                               parameter.name.text, from.text));
      report.notes.push_back("The first value of a parameter also holds for all earlier dates.");
      report.help = "put the value that counts until then before it";
    });
  }
}

}  // namespace lq::lint
