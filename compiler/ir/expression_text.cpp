#include "compiler/ir/expression_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "compiler/ir/type_text.h"
#include "stdlib/function.h"

namespace lq::ir {
namespace {

std::string_view RoundingText(RoundingMode rounding) {
  switch (rounding) {
    case RoundingMode::kHalfEven:
      return "half_even";
    case RoundingMode::kDown:
      return "down";
    case RoundingMode::kUp:
      return "up";
  }
  return {};
}

std::string_view UnitText(ShiftUnit unit) {
  switch (unit) {
    case ShiftUnit::kDays:
      return "days";
    case ShiftUnit::kMonths:
      return "months";
    case ShiftUnit::kYears:
      return "years";
    case ShiftUnit::kHours:
      return "hours";
    case ShiftUnit::kMinutes:
      return "minutes";
  }
  return {};
}

template <typename Ids, typename F>
std::string Joined(const Ids& ids, std::string_view separator, F&& text_of) {
  std::string text;
  for (const auto id : ids) {
    if (!text.empty())
      text += separator;
    text += text_of(id);
  }
  return text;
}

std::string ExprList(const Program& program, const std::vector<ExprId>& ids) {
  return Joined(ids, ", ", [&](ExprId id) { return ExprText(program, id); });
}

bool LeansLeft(ExprOp op) {
  return op == ExprOp::kAdd || op == ExprOp::kSubtract || op == ExprOp::kMultiply ||
         op == ExprOp::kDivide || op == ExprOp::kPercentOf || op == ExprOp::kShift;
}

// What follows the left side of an operator: " plus lead.visits".
std::string RightOf(const Program& program, const Expr& expr) {
  if (expr.op == ExprOp::kShift) {
    return fmt::format(" {} {} {}", expr.amount < 0 ? "minus" : "plus", std::abs(expr.amount),
                       UnitText(expr.unit));
  }
  const std::string right = ExprText(program, expr.children[1]);
  if (expr.op == ExprOp::kDivide || expr.op == ExprOp::kPercentOf) {
    return fmt::format(" {} {} rounding {}", expr.op == ExprOp::kDivide ? "divided by" : "of",
                       right, RoundingText(expr.rounding));
  }
  const std::string_view word = expr.op == ExprOp::kAdd        ? "plus"
                                : expr.op == ExprOp::kSubtract ? "minus"
                                                               : "times";
  return fmt::format(" {} {}", word, right);
}

// One written parameter stands in the program once for each type that it is used with.
std::string ParameterText(const Program& program, const Expr& expr) {
  const Parameter& parameter = program.parameters[expr.index];
  const auto same_name = [&](const Parameter& other) { return other.name == parameter.name; };
  if (std::count_if(program.parameters.begin(), program.parameters.end(), same_name) == 1)
    return parameter.name;
  return fmt::format("({} as {})", parameter.name, TypeText(parameter.type));
}

std::string_view TestWords(TestOp op) {
  switch (op) {
    case TestOp::kIs:
      return "is";
    case TestOp::kIn:
      return "in";
    case TestOp::kAtLeast:
      return "at least";
    case TestOp::kAtMost:
      return "at most";
    case TestOp::kMoreThan:
      return "more than";
    case TestOp::kLessThan:
      return "less than";
    case TestOp::kBetween:
      return "between";
    case TestOp::kContains:
      return "contains any of";
    case TestOp::kStartsWith:
      return "starts with any of";
    case TestOp::kEndsWith:
      return "ends with any of";
    case TestOp::kMatches:
      return "matches";
    case TestOp::kHasAny:
      return "has any of";
    case TestOp::kHasAll:
      return "has all of";
    case TestOp::kHasNone:
      return "has none of";
  }
  return {};
}

std::string RightSide(const Program& program, const Cond& cond) {
  switch (cond.test) {
    case TestOp::kIs:
    case TestOp::kAtLeast:
    case TestOp::kAtMost:
    case TestOp::kMoreThan:
    case TestOp::kLessThan:
      return ExprText(program, cond.right[0]);
    case TestOp::kBetween:
      return fmt::format("{} and {}", ExprText(program, cond.right[0]),
                         ExprText(program, cond.right[1]));
    case TestOp::kMatches:
      return fmt::format("/{}/", program.patterns[cond.index].regex);
    case TestOp::kIn:
    case TestOp::kContains:
    case TestOp::kStartsWith:
    case TestOp::kEndsWith:
    case TestOp::kHasAny:
    case TestOp::kHasAll:
    case TestOp::kHasNone:
      return fmt::format("[{}]", ExprList(program, cond.right));
  }
  return {};
}

std::string TestText(const Program& program, const Cond& cond) {
  return fmt::format("{} {} {}{}", ExprText(program, cond.left), TestWords(cond.test),
                     RightSide(program, cond), cond.ignoring_case ? " ignoring case" : "");
}

std::string CondList(const Program& program, const Cond& cond, std::string_view word) {
  return "(" + Joined(cond.children, word, [&](CondId id) { return CondText(program, id); }) + ")";
}

// Of what leans to no side.
std::string AtomText(const Program& program, const Expr& expr) {
  switch (expr.op) {
    case ExprOp::kConstant:
      return ValueText(expr.type, expr.value);
    case ExprOp::kParameter:
      return ParameterText(program, expr);
    case ExprOp::kToday:
      return "today";
    case ExprOp::kNow:
      return "now";
    case ExprOp::kField:
      return "lead." + program.schema.fields[expr.index].path;
    case ExprOp::kDerived:
      return program.derived[expr.index].name;
    case ExprOp::kScore:
      return program.scores[expr.index].name;
    case ExprOp::kTable:
      return program.tables[expr.index].name;
    case ExprOp::kLookup:
      return program.lookups[expr.index].name;
    case ExprOp::kConfidence:
      return "confidence";
    case ExprOp::kTension:
      return "tension";
    case ExprOp::kDays:
      return fmt::format("(days from {} to {})", ExprText(program, expr.children[0]),
                         ExprText(program, expr.children[1]));
    case ExprOp::kCall:
      return fmt::format("{}({})", expr.function->name, ExprList(program, expr.children));
    case ExprOp::kAdd:
    case ExprOp::kSubtract:
    case ExprOp::kMultiply:
    case ExprOp::kDivide:
    case ExprOp::kPercentOf:
    case ExprOp::kShift:
      break;
  }
  return {};
}

}  // namespace

// Chains lean to the left and may be thousands of operators long: more than a stack would bear.
std::string ExprText(const Program& program, ExprId id) {
  std::vector<const Expr*> chain;
  const Expr* expr = &program.exprs[id];
  for (; LeansLeft(expr->op); expr = &program.exprs[expr->children[0]])
    chain.push_back(expr);
  std::string text(chain.size(), '(');
  text += AtomText(program, *expr);
  for (auto at = chain.rbegin(); at != chain.rend(); ++at)
    text += RightOf(program, **at) + ")";
  return text;
}

std::string CondText(const Program& program, CondId id) {
  const Cond& cond = program.conds[id];
  switch (cond.op) {
    case CondOp::kAlways:
      return "always";
    case CondOp::kNever:
      return "never";
    case CondOp::kAnd:
      return CondList(program, cond, " and ");
    case CondOp::kOr:
      return CondList(program, cond, " or ");
    case CondOp::kNot:
      return fmt::format("not ({})", CondText(program, cond.children[0]));
    case CondOp::kDefine:
      return program.defines[cond.index].name;
    case CondOp::kToggle:
      return program.toggles[cond.index].name + " is on";
    case CondOp::kKnown:
      return ExprText(program, cond.left) + " is known";
    case CondOp::kTest:
      return TestText(program, cond);
    case CondOp::kOutcome:
      return fmt::format("outcome in [{}]", Joined(cond.outcomes, ", ", [&](std::uint32_t outcome) {
                           return program.outcomes[outcome].name;
                         }));
  }
  return {};
}

}  // namespace lq::ir
