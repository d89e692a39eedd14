#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

bool IsBareOutcome(const syntax::Expectation& expectation) {
  return expectation.kind == syntax::Expectation::Kind::kOutcome && expectation.codes.empty();
}

}  // namespace

void OutcomeOnlyTests(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    ForEach<syntax::TestDeclaration>(*file.unit, [&](const syntax::TestDeclaration& test) {
      if (!std::all_of(test.expectations.begin(), test.expectations.end(), IsBareOutcome))
        return;
      Diagnostic& report = findings.Add(
          test.title.span, fmt::format("`{}` expects an outcome and not why", test.title.text));
      report.help = "add `because` with the reason codes";
    });
  }
}

}  // namespace lq::lint
