#include "compiler/check/check_call.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_arithmetic.h"
#include "compiler/check/report_constant.h"
#include "stdlib/function.h"

namespace lq::check {
namespace {

using syntax::Expr;

class CallChecker {
 public:
  CallChecker(Context& context, const Expr& expr) : context_(context), expr_(expr) {}

  ir::ExprId Run() {
    function_ = stdlib::FindFunction(expr_.text);
    if (function_ == nullptr)
      return ReportUnknown();
    if (!CheckArguments())
      return ir::kNone;
    ir::Expr result;
    result.op = ir::ExprOp::kCall;
    result.function = function_;
    result.children = arguments_;
    result.span = expr_.span;
    result.constant = std::all_of(arguments_.begin(), arguments_.end(),
                                  [&](ir::ExprId id) { return context_.expr(id).constant; });
    if (!ResultType(result.type))
      return ir::kNone;
    return context_.Add(std::move(result));
  }

 private:
  ir::ExprId ReportUnknown() {
    if (expr_.text.empty())
      return ir::kNone;
    std::vector<std::string_view> names;
    for (const stdlib::Function& function : stdlib::AllFunctions())
      names.push_back(function.name);
    Diagnostic& report = context_.Report(DiagnosticKind::kUnknownFunction, expr_.span,
                                         fmt::format("there is no function `{}`", expr_.text));
    if (const std::string_view nearest = NearestName(expr_.text, names); !nearest.empty()) {
      report.help = fmt::format("did you mean `{}`?", stdlib::FindFunction(nearest)->signature);
    }
    return ir::kNone;
  }

  // Constants adapt to the first argument that is none, when that is a number with decimal places.
  bool CheckArguments() {
    const auto leader =
        std::find_if(expr_.children.begin(), expr_.children.end(),
                     [&](const Expr& argument) { return !IsAdaptable(context_, argument); });
    arguments_.assign(expr_.children.size(), ir::kNone);
    Type type;
    bool decimal = false;
    if (leader != expr_.children.end()) {
      const auto at = static_cast<std::size_t>(leader - expr_.children.begin());
      arguments_[at] = CheckValue(context_, *leader);
      decimal =
          arguments_[at] != ir::kNone && context_.type(arguments_[at]).kind == TypeKind::kDecimal;
      if (decimal)
        type = context_.type(arguments_[at]);
    }
    const Expected expected{&type, {}, {}, {}, Counts::kNothing};
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      const bool is_leader = leader != expr_.children.end() && &expr_.children[i] == &*leader;
      const bool number = expr_.children[i].kind == syntax::ExprKind::kNumber;
      if (!is_leader)
        arguments_[i] =
            CheckValue(context_, expr_.children[i], decimal && number ? &expected : nullptr);
    }
    return std::find(arguments_.begin(), arguments_.end(), ir::kNone) == arguments_.end();
  }

  bool ResultType(Type& type) {
    std::vector<stdlib::Argument> arguments;
    for (const ir::ExprId id : arguments_) {
      const ir::Expr& argument = context_.expr(id);
      const bool literal = argument.op == ir::ExprOp::kConstant;
      arguments.push_back({argument.type, literal ? &argument.value : nullptr});
    }
    std::string problem;
    if (function_->check(arguments, type, problem))
      return true;
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadArgument, expr_.span,
                        fmt::format("{}: {}", Written(context_, expr_.span), problem));
    report.notes.push_back(fmt::format("`{}`: {}", function_->signature, function_->summary));
    return false;
  }

  Context& context_;
  const Expr& expr_;
  const stdlib::Function* function_ = nullptr;
  std::vector<ir::ExprId> arguments_;
};

}  // namespace

ir::ExprId CheckCall(Context& context, const Expr& expr) {
  return CallChecker(context, expr).Run();
}

}  // namespace lq::check
