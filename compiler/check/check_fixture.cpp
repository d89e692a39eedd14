#include <fmt/format.h>

#include "compiler/check/check_given.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

using Fixtures = std::vector<const syntax::FixtureDeclaration*>;

// Each fixture starts from at most one other: a walk that comes back to a fixture of its own has
// found a circle.
class CircleFinder {
 public:
  CircleFinder(Context& context, const Fixtures& fixtures)
      : context_(context), fixtures_(fixtures), walk_(fixtures.size(), 0) {}

  // `start` counts from 0 and grows with each call.
  void Walk(std::size_t start) {
    std::size_t at = start;
    while (walk_[at] == 0) {
      walk_[at] = start + 1;
      const NameTable::Named* next = context_.fixtures.Find(fixtures_[at]->given.fixture.text);
      if (next == nullptr)
        return;
      at = next->index;
    }
    if (walk_[at] == start + 1)
      Report(*fixtures_[at]);
  }

 private:
  void Report(const syntax::FixtureDeclaration& fixture) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kGivenValue, fixture.given.fixture.span,
                        fmt::format("the fixture `{}` starts from itself", fixture.name.text));
    report.primary.text = "leads back to it";
    report.help = "list the fields here instead";
  }

  Context& context_;
  const Fixtures& fixtures_;
  // By fixture: the walk that first came by, from 1.
  std::vector<std::size_t> walk_;
};

void CheckExample(Context& context, const syntax::ExampleClause& example) {
  CheckGiven(context, example.given, GivenTo::kFixtureOrExample);
  if (context.outcomes.names().empty() || IsHoldOutcome(context, example.outcome.text))
    return;
  context.outcomes.Resolve(context.diagnostics, example.outcome);
}

}  // namespace

void CheckFixtures(Context& context, const syntax::Unit& unit) {
  Fixtures& fixtures = context.fixture_declarations;
  const std::size_t first = fixtures.size();
  ForEach<syntax::FixtureDeclaration>(unit, [&](const syntax::FixtureDeclaration& fixture) {
    const auto index = static_cast<std::uint32_t>(fixtures.size());
    context.fixtures.Declare(context.diagnostics, fixture.name, 0, index);
    fixtures.push_back(&fixture);
  });
  CircleFinder circles(context, fixtures);
  for (std::size_t i = first; i < fixtures.size(); ++i) {
    CheckGiven(context, fixtures[i]->given, GivenTo::kFixtureOrExample);
    circles.Walk(i);
  }
}

void CheckExamples(Context& context) {
  ForEach<syntax::RuleDeclaration>(*context.policy->unit, [&](const syntax::RuleDeclaration& rule) {
    for (const syntax::ExampleClause& example : rule.examples)
      CheckExample(context, example);
  });
}

}  // namespace lq::check
