#include "compiler/check/check.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "compiler/check/build_given.h"
#include "compiler/check/check_cases.h"
#include "compiler/check/check_expectation.h"
#include "compiler/check/check_given.h"
#include "compiler/check/check_policy.h"
#include "compiler/check/check_property.h"
#include "compiler/check/check_test_table.h"
#include "compiler/check/imports.h"
#include "compiler/check/statements.h"

namespace lq {
namespace check {
namespace {

// The test is about what intake refuses.
bool ExpectsRejection(const syntax::TestDeclaration& test) {
  return std::any_of(test.expectations.begin(), test.expectations.end(),
                     [](const syntax::Expectation& expectation) {
                       return expectation.kind == syntax::Expectation::Kind::kRejectedFor ||
                              (expectation.kind == syntax::Expectation::Kind::kStatus &&
                               !expectation.names.empty() &&
                               expectation.names[0].text == "rejected");
                     });
}

void CheckTest(Context& context, const syntax::TestDeclaration& declaration,
               std::vector<ir::Test>& tests) {
  ir::Test test;
  test.title = declaration.title.text;
  test.only = declaration.only;
  test.span = declaration.span;
  CheckGiven(context, declaration.given,
             ExpectsRejection(declaration) ? GivenTo::kTestOfRejection : GivenTo::kTest);
  for (const syntax::Expectation& expectation : declaration.expectations)
    CheckExpectation(context, expectation, test.expectations);
  if (context.diagnostics.has_errors())
    return CheckPayloads(context, declaration.given);
  test.given = BuildGiven(context, declaration.given);
  tests.push_back(std::move(test));
}

void ReportFocused(Context& context, Span span) {
  Diagnostic& report = context.Report(DiagnosticKind::kFocusedTest, span,
                                      "this test runs alone: all others of its file are left out");
  report.help = "take `only` away before the tests are relied on";
}

void ReportNoTests(Context& context, const syntax::Unit& unit) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kNoTests, unit.name.span,
                     fmt::format("the file holds no test for `{}`", unit.name.text));
  report.help = "add a `test`, a `table` or a `property`";
}

// The tests of one statement, which come in the order of the file.
class StatementTests {
 public:
  StatementTests(Context& context, ir::TestSuite& suite) : context_(context), suite_(suite) {}

  void operator()(const syntax::TestDeclaration& test) {
    NoteTitle(test.title);
    if (test.only)
      ReportFocused(context_, test.title.span);
    CheckTest(context_, test, suite_.tests);
  }
  void operator()(const syntax::TestTableDeclaration& table) {
    NoteTitle(table.title);
    if (table.only)
      ReportFocused(context_, table.title.span);
    CheckTestTable(context_, table, suite_.tests);
  }
  void operator()(const syntax::CasesDeclaration& cases) {
    CheckCases(context_, cases, suite_.tests);
  }
  void operator()(const syntax::PropertyDeclaration& property) {
    NoteTitle(property.title);
    CheckProperty(context_, property, suite_.tests);
  }
  // No tests.
  template <typename Other>
  void operator()(const Other&) {}

 private:
  // Whoever reads that a test failed looks for it by its title.
  void NoteTitle(const syntax::Literal& title) {
    const auto [first, fresh] = titles_.try_emplace(title.text, title.span);
    if (fresh || title.text.empty())
      return;
    Diagnostic& report = context_.Report(DiagnosticKind::kTitleTwice, title.span,
                                         fmt::format("two tests are called `{}`", title.text));
    report.primary.text = "again here";
    report.secondary.push_back({first->second, "first here"});
    report.help = "say in each title what is different";
  }

  Context& context_;
  ir::TestSuite& suite_;
  std::map<std::string, Span> titles_;
};

// A file of cases tells itself that it is empty.
bool HasCases(const syntax::Unit& unit) {
  return std::any_of(unit.statements.begin(), unit.statements.end(),
                     [](const syntax::Statement& statement) {
                       return std::holds_alternative<syntax::CasesDeclaration>(statement);
                     });
}

void AddExamples(Context& context, const syntax::RuleDeclaration& rule, ir::TestSuite& suite) {
  for (std::size_t i = 0; i < rule.examples.size(); ++i) {
    const syntax::ExampleClause& example = rule.examples[i];
    ir::Test test;
    test.from = ir::Test::From::kExample;
    test.title = rule.name.text;
    test.number = static_cast<std::uint32_t>(i + 1);
    test.given = BuildGiven(context, example.given);
    test.span = example.span;
    ir::Expectation expectation;
    expectation.negated = example.negated;
    expectation.names = {example.outcome.text};
    expectation.span = example.span;
    test.expectations.push_back(std::move(expectation));
    suite.tests.push_back(std::move(test));
  }
}

void AddFixtures(Context& context, ir::TestSuite& suite) {
  for (const syntax::FixtureDeclaration* fixture : context.fixture_declarations)
    suite.fixtures.push_back({fixture->name.text, BuildGiven(context, fixture->given)});
}

void CheckVersion(Context& context, const syntax::Unit& tests) {
  if (!tests.version || tests.version->text == fmt::format("{}", context.program->version))
    return;
  Diagnostic& report =
      context.Report(DiagnosticKind::kVersionMismatch, tests.version->span,
                     fmt::format("these tests are for version {}, but `{}` is version {}",
                                 tests.version->text, tests.name.text, context.program->version));
  report.help = "see what changed between the two, or leave the version out";
}

}  // namespace
}  // namespace check

std::shared_ptr<const ir::TestSuite> CheckPolicy(const syntax::Unit& policy, UnitLoader& loader,
                                                 const SourceMap& sources,
                                                 Diagnostics& diagnostics) {
  check::Context context(loader, sources, diagnostics);
  auto suite = std::make_shared<ir::TestSuite>();
  if (!check::CheckWholePolicy(context, policy, 0))
    return nullptr;
  suite->program = context.program;
  check::AddFixtures(context, *suite);
  check::ForEach<syntax::RuleDeclaration>(policy, [&](const syntax::RuleDeclaration& rule) {
    check::AddExamples(context, rule, *suite);
  });
  return suite;
}

std::shared_ptr<const ir::TestSuite> CheckTests(const syntax::Unit& tests, UnitLoader& loader,
                                                const SourceMap& sources,
                                                Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  check::Context context(loader, sources, diagnostics);
  const syntax::Unit* policy = loader.Find(syntax::UnitKind::kPolicy, tests.name.text);
  if (policy == nullptr && !tests.name.text.empty())
    check::ReportMissingUnit(context, syntax::UnitKind::kPolicy, tests.name);
  if (policy == nullptr || policy->kind != syntax::UnitKind::kPolicy)
    return nullptr;
  auto suite = std::make_shared<ir::TestSuite>();
  if (!check::CheckWholePolicy(context, *policy, errors_before))
    return nullptr;
  suite->program = context.program;
  check::CheckEdition(context, tests);
  check::CheckVersion(context, tests);
  check::CheckFixtures(context, tests);
  check::StatementTests visit(context, *suite);
  for (const syntax::Statement& statement : tests.statements)
    std::visit(visit, statement);
  context.unknown_names.ReportAll(context);
  if (suite->tests.empty() && !check::HasCases(tests) && !diagnostics.has_errors())
    check::ReportNoTests(context, tests);
  if (diagnostics.has_errors())
    return nullptr;
  check::AddFixtures(context, *suite);
  return suite;
}

}  // namespace lq
