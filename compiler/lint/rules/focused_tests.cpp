#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

void FocusedTests(const Package& package, Findings& findings) {
  const auto check = [&](const auto& test) {
    if (!test.only)
      return;
    Diagnostic& report = findings.Add(
        test.title.span, fmt::format("only `{}` and its like run, no other test", test.title.text));
    report.help = "take `only` away before others see the file";
  };
  for (const File& file : package.files) {
    ForEach<syntax::TestDeclaration>(*file.unit, check);
    ForEach<syntax::TestTableDeclaration>(*file.unit, check);
  }
}

}  // namespace lq::lint
