#include <fmt/format.h>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_type.h"
#include "compiler/check/source_context.h"
#include "runtime/value/iso.h"
#include "runtime/value/values.h"
#include "stdlib/function.h"

namespace lq::check {
namespace {

// What a place holds, as a function sees it.
constexpr std::uint32_t kLongestText = 256;

// `by country_name`, `by phone_number_in DE`: a conversion, or a standard function of the text.
class FunctionCheck {
 public:
  FunctionCheck(SourceContext& source, const syntax::Expr& by, const ir::Field& field)
      : source_(source), by_(by), field_(field) {}

  bool Run(ir::SourceFunction& checked) {
    checked.conversion = stdlib::FindConversion(by_.text);
    if (checked.conversion != nullptr)
      return CheckConversion(*checked.conversion, checked);
    checked.function = stdlib::FindFunction(by_.text);
    return checked.function != nullptr ? CheckFunction(*checked.function, checked)
                                       : ReportUnknown();
  }

 private:
  bool CheckConversion(const stdlib::Conversion& conversion, ir::SourceFunction& checked) {
    const bool wants = conversion.takes.has_value();
    if (by_.children.size() != (wants ? 1U : 0U)) {
      Diagnostic& report =
          ReportSource(source_, DiagnosticKind::kBadArgument, by_.span,
                       wants ? fmt::format("`by {}` needs a constant behind it", by_.text)
                             : fmt::format("`by {}` takes nothing behind it", by_.text),
                       "", fmt::format("write `by {}`", conversion.signature));
      report.notes.push_back(std::string(conversion.summary));
      return false;
    }
    if (wants && !CheckTaken(*conversion.takes, checked))
      return false;
    if (OneValueOf(field_.type).kind == conversion.gives)
      return true;
    Type gives;
    gives.kind = conversion.gives;
    return ReportResult(gives);
  }

  bool CheckTaken(TypeKind kind, ir::SourceFunction& checked) {
    Type type;
    type.kind = kind;
    if (kind == TypeKind::kCountry)
      type.high = static_cast<std::int64_t>(CountryCount()) - 1;
    Expected expected;
    expected.type = &type;
    expected.what = fmt::format("what stands behind `by {}`", by_.text);
    checked.constant = CheckConstant(source_.context, by_.children.front(), expected);
    return checked.constant.has_value();
  }

  bool CheckFunction(const stdlib::Function& function, ir::SourceFunction& checked) {
    std::vector<stdlib::Argument> arguments(1);
    arguments[0].type.kind = TypeKind::kText;
    arguments[0].type.max_length = kLongestText;
    for (const syntax::Expr& constant : by_.children) {
      const ir::ExprId id = CheckValue(source_.context, constant);
      if (id == ir::kNone)
        return false;
      const ir::Expr& argument = source_.context.expr(id);
      checked.constant = argument.value;
      arguments.push_back({argument.type, &*checked.constant});
    }
    for (const stdlib::Argument& argument : arguments)
      checked.types.push_back(argument.type);
    return CheckResult(function, arguments);
  }

  bool ReportUnknown() {
    std::vector<std::string_view> names;
    for (const stdlib::Conversion& conversion : stdlib::AllConversions())
      names.push_back(conversion.name);
    for (const stdlib::Function& function : stdlib::AllFunctions())
      names.push_back(function.name);
    const std::string_view nearest = NearestName(by_.text, names);
    ReportSource(source_, DiagnosticKind::kUnknownFunction, by_.span,
                 fmt::format("there is no function `{}`", by_.text), "",
                 nearest.empty() ? "write out what the texts mean: `where \"Germany\" is DE`"
                                 : fmt::format("did you mean `{}`?", nearest));
    return false;
  }

  bool CheckResult(const stdlib::Function& function, stdlib::Arguments arguments) {
    Type result;
    std::string problem;
    if (!function.check(arguments, result, problem)) {
      Diagnostic& report = ReportSource(source_, DiagnosticKind::kBadArgument, by_.span,
                                        fmt::format("`by {}`: {}", by_.text, problem),
                                        "is given what stands at the place, a text", "");
      report.notes.push_back(fmt::format("`{}`: {}", function.signature, function.summary));
      return false;
    }
    return SameType(result, OneValueOf(field_.type)) || ReportResult(result);
  }

  bool ReportResult(const Type& result) {
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceNeverFits, by_.span,
                     fmt::format("`{}` gives {}, but `{}` is {}", by_.text, TypeText(result),
                                 field_.path, TypeText(field_.type)),
                     "never fits", "map another field by it, or remove it");
    report.secondary.push_back({field_.span, "declared here"});
    return false;
  }

  SourceContext& source_;
  const syntax::Expr& by_;
  const ir::Field& field_;
};

}  // namespace

bool CheckSourceFunction(SourceContext& source, const syntax::FieldMapping& mapping,
                         const ir::Field& field, ir::SourceMapping& checked) {
  return FunctionCheck(source, *mapping.by, field).Run(checked.by.emplace());
}

}  // namespace lq::check
