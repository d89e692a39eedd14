#include "compiler/check/check_property.h"

#include <fmt/format.h>

#include "compiler/check/check_condition.h"
#include "compiler/check/check_expectation.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/check_type.h"

namespace lq::check {
namespace {

class PropertyChecker {
 public:
  PropertyChecker(Context& context, const syntax::PropertyDeclaration& property)
      : context_(context), property_(property) {}

  void Check(std::vector<ir::Test>& tests) {
    ir::Property checked;
    ir::Test test;
    test.from = ir::Test::From::kProperty;
    test.title = property_.title.text;
    test.span = property_.span;
    if (property_.where)
      checked.where = CheckCondition(context_, *property_.where);
    if (IsRaising())
      CheckRaising(checked);
    if (property_.expect)
      CheckExpectation(context_, *property_.expect, test.expectations);
    if (!IsRaising() && !property_.expect)
      Report(property_.title.span, "the property says nothing about the decision", {},
             "add `expect …`, or `raising FIELD never leaves OUTCOME`");
    if (context_.diagnostics.has_errors())
      return;
    test.property = std::make_shared<const ir::Property>(std::move(checked));
    tests.push_back(std::move(test));
  }

 private:
  bool IsRaising() const { return property_.raising.span != Span(); }

  void Report(Span span, std::string message, std::string label, std::string_view help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kProperty, span, std::move(message));
    report.primary.text = std::move(label);
    report.help = help;
  }

  void CheckRaising(ir::Property& checked) {
    const syntax::Name& leaves = property_.never_leaves;
    if (!IsHoldOutcome(context_, leaves.text))
      context_.outcomes.Resolve(context_.diagnostics, leaves);
    checked.never_leaves = leaves.text;
    const std::optional<std::uint32_t> index = ResolveField(context_, property_.raising);
    if (!index)
      return;
    checked.raising = *index;
    const ir::Field& field = context_.program->schema.fields[*index];
    if (!IsOrdered(field.type.kind))
      Report(property_.raising.span,
             fmt::format("`{}` cannot be raised: it is {}", field.path, TypeText(field.type)),
             "has no greater and smaller values",
             "name a number, an amount, a percentage, a date or an instant");
  }

  Context& context_;
  const syntax::PropertyDeclaration& property_;
};

}  // namespace

void CheckProperty(Context& context, const syntax::PropertyDeclaration& property,
                   std::vector<ir::Test>& tests) {
  PropertyChecker(context, property).Check(tests);
}

}  // namespace lq::check
