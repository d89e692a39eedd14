#include "compiler/check/check_cases.h"

#include <fmt/format.h>

#include "compiler/check/test_file.h"

namespace lq::check {
namespace {

void ReportKind(Context& context, const syntax::Literal& file) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kCasesFile, file.span,
                     fmt::format("`{}` is neither a `.csv` nor a `.jsonl` file", file.text));
  report.notes.push_back(
      "Cases stand in the rows of a CSV file, or each in a line of JSON: "
      "`{\"lead\": {…}, \"expect\": \"…\"}`.");
  report.help = "name a file that ends in `.csv` or `.jsonl`";
}

void ReportNone(Context& context, const syntax::Literal& file) {
  Diagnostic& report = context.Report(DiagnosticKind::kNoTests, file.span,
                                      fmt::format("`{}` holds no case", file.text));
  report.help = "write cases into it, or take the line away";
}

}  // namespace

void CheckCases(Context& context, const syntax::CasesDeclaration& cases,
                std::vector<ir::Test>& tests) {
  const std::string& name = cases.file.text;
  const bool json = name.ends_with(".jsonl");
  if (!json && !name.ends_with(".csv"))
    return ReportKind(context, cases.file);
  const std::optional<FileId> file =
      OpenTestFile(context, name, cases.file.span, "a file of cases");
  if (!file)
    return;
  const std::size_t before = tests.size();
  const std::size_t errors = context.diagnostics.error_count();
  ir::Test head;
  head.from = ir::Test::From::kCase;
  head.title = name;
  (json ? CheckJsonCases : CheckCsvCases)(context, head, *file, tests);
  if (tests.size() == before && !context.diagnostics.has_errors() &&
      errors == context.diagnostics.error_count())
    ReportNone(context, cases.file);
}

}  // namespace lq::check
