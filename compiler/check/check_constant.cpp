#include "compiler/check/check_constant.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_enum.h"
#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;

LiteralValue Number(std::int64_t number) { return {LiteralProblem::kNone, Value::Number(number)}; }

LiteralValue ReadName(const Context& context, const std::string& name, const Type& type) {
  if (type.kind == TypeKind::kYesNo && (name == "yes" || name == "no"))
    return Number(name == "yes" ? 1 : 0);
  if (type.kind != TypeKind::kEnum)
    return {LiteralProblem::kOtherKind, {}};
  const std::optional<std::uint32_t> index = FindEnumValue(context, *type.enumeration, name);
  return index ? Number(*index) : LiteralValue{LiteralProblem::kUnknownValue, {}};
}

// A list constant: each item once.
LiteralValue ReadList(Context& context, const Expr& list, const Type& type) {
  const Type item_type = OneValueOf(type);
  std::vector<Value> items;
  for (const Expr& item : list.children) {
    const std::optional<Value> value =
        CheckConstant(context, item, {&item_type, {}, {}, {}, Counts::kNothing});
    if (!value)
      return {LiteralProblem::kReported, {}};
    const bool known = std::any_of(items.begin(), items.end(), [&](const Value& before) {
      return CompareValues(item_type, before, *value) == std::strong_ordering::equal;
    });
    if (!known)
      items.push_back(*value);
  }
  if (items.size() > type.max_items)
    return {LiteralProblem::kTooLong, {}};
  return {LiteralProblem::kNone, Value::List(context.arena().CopyArray<Value>(items))};
}

LiteralValue ReadQuantity(const Expr& quantity, Counts counts) {
  const bool days = counts == Counts::kDays && quantity.unit == "days";
  const bool points = counts == Counts::kPoints && quantity.unit == "points";
  if (!days && !points)
    return {LiteralProblem::kOtherKind, {}};
  std::int64_t number = 0;
  switch (ParseDecimal(quantity.text, points ? 3 : 0, number)) {
    case NumberProblem::kNone:
      return Number(number);
    case NumberProblem::kTooManyPlaces:
      return {LiteralProblem::kTooManyPlaces, {}};
    case NumberProblem::kNotANumber:
    case NumberProblem::kTooLarge:
      return {LiteralProblem::kTooLarge, {}};
  }
  return {LiteralProblem::kTooLarge, {}};
}

// The type of the enum that has all these names, the first by name; null when none has.
const Enum* EnumOf(const Context& context, const std::vector<const Expr*>& names) {
  const Enum* best = nullptr;
  for (const auto& [name, entry] : context.scope->enums) {
    const bool all = std::all_of(names.begin(), names.end(), [&](const Expr* item) {
      return entry->members.contains(Bare(*item).text);
    });
    if (all && (best == nullptr || name < best->name))
      best = entry->type.get();
  }
  return best;
}

// The enum that has the most of them.
const Enum* LikeliestEnum(const Context& context, const std::vector<const Expr*>& names) {
  const Enum* best = nullptr;
  std::ptrdiff_t most = 0;
  for (const auto& [name, entry] : context.scope->enums) {
    const std::ptrdiff_t count = std::count_if(names.begin(), names.end(), [&](const Expr* item) {
      return entry->members.contains(Bare(*item).text);
    });
    if (count > most || (count == most && count > 0 && name < best->name)) {
      best = entry->type.get();
      most = count;
    }
  }
  return best;
}

class CommonTypeFinder {
 public:
  CommonTypeFinder(Context& context, const std::vector<const Expr*>& constants,
                   std::string_view whose)
      : context_(context), constants_(constants), whose_(whose) {}

  std::optional<Type> Run() {
    if (constants_.empty())
      return std::nullopt;
    if (Bare(*constants_.front()).kind == ExprKind::kName)
      return OfNames();
    std::optional<Type> common;
    for (const Expr* constant : constants_) {
      const std::optional<Type> type = OfOne(Bare(*constant));
      if (!type)
        return std::nullopt;
      if (!common)
        common = type;
      if (!Join(*common, *type))
        return ReportMixed(*constants_.front(), *constant);
    }
    return common->kind == TypeKind::kCountry || common->kind == TypeKind::kLanguage ||
                   common->kind == TypeKind::kCurrency
               ? OfCodes()
               : common;
  }

 private:
  std::optional<Type> OfOne(const Expr& constant) {
    if (constant.kind == ExprKind::kError)
      return std::nullopt;
    if (constant.kind == ExprKind::kQuantity && constant.unit == "days") {
      Type type;
      type.kind = TypeKind::kInteger;
      return type;
    }
    LiteralProblem problem = LiteralProblem::kNone;
    const std::optional<Type> type = NaturalType(constant, problem);
    if (type)
      return type;
    Type shown;
    shown.kind = constant.kind == ExprKind::kMoney  ? TypeKind::kMoney
                 : constant.kind == ExprKind::kCode ? TypeKind::kCountry
                                                    : TypeKind::kDecimal;
    shown.places = 6;
    if (problem != LiteralProblem::kOtherKind) {
      ReportConstant(context_, constant, problem, {&shown, {}, {}, {}, Counts::kNothing});
    } else if (constant.kind == ExprKind::kName) {
      ReportMixed(*constants_.front(), constant);
    } else {
      ReportNotConstant(constant);
    }
    return std::nullopt;
  }

  void ReportNotConstant(const Expr& constant) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kNotConstant, constant.span,
                        fmt::format("{} is no constant", Written(context_, constant.span)));
    report.help = whose_.empty() ? "write constants between the brackets"
                                 : fmt::format("write constants after `{} is`", whose_);
  }

  // The narrower type becomes the wider one; false when they are different.
  static bool Join(Type& common, const Type& type) {
    const auto number = [](const Type& t) {
      return t.kind == TypeKind::kInteger || t.kind == TypeKind::kDecimal;
    };
    const auto code = [](const Type& t) {
      return t.kind == TypeKind::kCountry || t.kind == TypeKind::kCurrency ||
             t.kind == TypeKind::kLanguage;
    };
    if (number(common) && number(type)) {
      if (type.places > common.places)
        common = type;
      return true;
    }
    common.max_length = std::max(common.max_length, type.max_length);
    return SameType(common, type) || (code(common) && code(type));
  }

  // The type of most of the codes; one that is of another is the mistake.
  std::optional<Type> OfCodes() {
    Type best;
    std::vector<const Expr*> others = constants_;
    for (const TypeKind kind : {TypeKind::kCountry, TypeKind::kLanguage, TypeKind::kCurrency}) {
      Type type;
      type.kind = kind;
      std::vector<const Expr*> strange;
      std::copy_if(constants_.begin(), constants_.end(), std::back_inserter(strange),
                   [&](const Expr* constant) {
                     return ReadLiteral(context_, Bare(*constant), type).problem !=
                            LiteralProblem::kNone;
                   });
      if (strange.size() < others.size()) {
        best = type;
        others = std::move(strange);
      }
    }
    if (others.empty())
      return best;
    const bool first = others.front() == constants_.front();
    return ReportMixed(*constants_[first ? others.size() : 0], *others.front());
  }

  std::optional<Type> OfNames() {
    for (const Expr* constant : constants_) {
      if (Bare(*constant).kind == ExprKind::kError)
        return std::nullopt;
      if (Bare(*constant).kind != ExprKind::kName)
        return ReportMixed(*constants_.front(), *constant);
    }
    const bool yes_no = std::all_of(constants_.begin(), constants_.end(), [](const Expr* constant) {
      return Bare(*constant).text == "yes" || Bare(*constant).text == "no";
    });
    Type type;
    type.kind = yes_no ? TypeKind::kYesNo : TypeKind::kEnum;
    if (yes_no)
      return type;
    type.enumeration = EnumOf(context_, constants_);
    if (type.enumeration != nullptr)
      return type;
    return ReportNoEnum();
  }

  std::optional<Type> ReportNoEnum() {
    // A library checked alone may name values of whatever schema its policy reads.
    if (context_.scope->incomplete || context_.schema == nullptr)
      return std::nullopt;
    const Enum* likely = LikeliestEnum(context_, constants_);
    for (const Expr* constant : constants_) {
      const Expr& name = Bare(*constant);
      if (likely != nullptr) {
        if (!FindEnumValue(context_, *likely, name.text)) {
          ResolveEnumValue(context_, *likely, {name.text, name.span}, {});
        }
        continue;
      }
      Diagnostic& report = context_.Report(DiagnosticKind::kUnknownEnumValue, name.span,
                                           fmt::format("no enum has the value `{}`", name.text));
      report.help = fmt::format("write \"{}\" if it is a text", name.text);
      break;
    }
    return std::nullopt;
  }

  std::optional<Type> ReportMixed(const Expr& first, const Expr& other) {
    const std::string whose = whose_.empty() ? "this list" : fmt::format("`{}`", whose_);
    Diagnostic& report =
        context_.Report(DiagnosticKind::kMixedList, other.span,
                        fmt::format("{} holds values of different types: {} and {}", whose,
                                    Written(context_, first.span), Written(context_, other.span)));
    report.secondary.push_back({first.span, "of one type"});
    report.primary.text = "of another";
    report.help = "keep values of one type together";
    return std::nullopt;
  }

  Context& context_;
  const std::vector<const Expr*>& constants_;
  std::string_view whose_;
};

// A name, or something calculated, where a constant must stand.
bool ReportUnlessConstant(Context& context, const Expr& expr) {
  const bool name = expr.kind == ExprKind::kName && Find(*context.scope, expr.text) != nullptr;
  const bool other =
      expr.kind != ExprKind::kName && !IsLiteral(expr) && expr.kind != ExprKind::kList;
  if (!name && !other)
    return false;
  Diagnostic& report =
      context.Report(DiagnosticKind::kNotConstant, expr.span,
                     name ? fmt::format("`{}` is {}, but a constant must stand here", expr.text,
                                        Describe(Find(*context.scope, expr.text)->kind))
                          : fmt::format("{} is calculated, but a constant must stand here",
                                        Written(context, expr.span)));
  report.help = "write the value itself";
  return true;
}

bool InDomain(const Type& type, const Value& value) {
  return !IsNumeric(type.kind) || (value.number() >= type.low && value.number() <= type.high);
}

}  // namespace

LiteralValue ReadConstant(Context& context, const Expr& expr, const Type& type, Counts counts) {
  const Expr& constant = Bare(expr);
  if (constant.kind == ExprKind::kError)
    return {LiteralProblem::kReported, {}};
  if (constant.kind == ExprKind::kName)
    return ReadName(context, constant.text, type);
  if (constant.kind == ExprKind::kQuantity)
    return ReadQuantity(constant, counts);
  // A bare number of points could be meant in other units: the unit is part of it.
  if (counts == Counts::kPoints)
    return {LiteralProblem::kOtherKind, {}};
  if (constant.kind == ExprKind::kList && type.kind == TypeKind::kList)
    return ReadList(context, constant, type);
  return ReadLiteral(context, constant, type);
}

ir::ExprId MakeConstant(Context& context, const Type& type, const Value& value, Span span) {
  ir::Expr expr;
  expr.op = ir::ExprOp::kConstant;
  expr.constant = true;
  expr.type = type;
  if (IsNumeric(type.kind))
    expr.type.low = expr.type.high = value.number();
  if (IsTextual(type.kind))
    expr.type.max_length = static_cast<std::uint32_t>(CountCodePoints(value.text()));
  expr.value = value;
  expr.span = span;
  return context.Add(std::move(expr));
}

ir::ExprId ConstantOf(Context& context, const Expr& expr, const Expected& expected) {
  const LiteralValue read = ReadConstant(context, expr, *expected.type, expected.counts);
  if (read.problem == LiteralProblem::kNone)
    return MakeConstant(context, *expected.type, read.value, expr.span);
  if (read.problem != LiteralProblem::kReported)
    ReportConstant(context, Bare(expr), read.problem, expected);
  return ir::kNone;
}

std::optional<Value> CheckConstant(Context& context, const Expr& expr, const Expected& expected) {
  const LiteralValue read = ReadConstant(context, expr, *expected.type, expected.counts);
  if (read.problem == LiteralProblem::kReported)
    return std::nullopt;
  if (read.problem != LiteralProblem::kNone) {
    if (!ReportUnlessConstant(context, Bare(expr)))
      ReportConstant(context, Bare(expr), read.problem, expected);
    return std::nullopt;
  }
  if (InDomain(*expected.type, read.value))
    return read.value;
  ReportCannotHold(context, expr.span, expected);
  return std::nullopt;
}

ir::ExprId CheckConstantExpression(Context& context, const Expr& expr, const Expected& expected) {
  const ir::ExprId id = CheckValueOf(context, expr, expected);
  if (id == ir::kNone)
    return ir::kNone;
  const ir::Expr& checked = context.expr(id);
  if (!checked.constant) {
    Diagnostic& report =
        context.Report(DiagnosticKind::kNotConstant, expr.span,
                       fmt::format("{} depends on the lead, but a constant must stand here",
                                   Written(context, expr.span)));
    report.notes.push_back("Constants are literals, values of an enum, parameters and `today`.");
    return ir::kNone;
  }
  const bool inside = !IsNumeric(checked.type.kind) || (checked.type.low >= expected.type->low &&
                                                        checked.type.high <= expected.type->high);
  if (inside)
    return id;
  ReportCannotHold(context, expr.span, expected);
  return ir::kNone;
}

std::optional<Type> CommonType(Context& context, const std::vector<const Expr*>& constants,
                               std::string_view whose) {
  return CommonTypeFinder(context, constants, whose).Run();
}

}  // namespace lq::check
