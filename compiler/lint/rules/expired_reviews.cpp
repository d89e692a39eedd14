#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"
#include "runtime/value/date.h"

namespace lq::lint {

void ExpiredReviews(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    ForEach<syntax::ReviewDeclaration>(*policy.unit, [&](const syntax::ReviewDeclaration& review) {
      std::int64_t day = 0;
      if (!ParseDate(review.date.text, day) || day >= package.today)
        return;
      Diagnostic& report = findings.Add(
          review.date.span,
          fmt::format("`{}` was to be reviewed by {}", policy.unit->name.text, review.date.text));
      const std::int64_t days = package.today - day;
      report.primary.text = days == 1 ? "a day ago" : fmt::format("{} days ago", days);
      report.help = "review it, then set the next date";
    });
  }
}

}  // namespace lq::lint
