#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "runtime/bundle/verify_steps.h"
#include "runtime/bundle/verify_values.h"
#include "runtime/value/date.h"
#include "runtime/value/values.h"
#include "stdlib/function.h"

namespace lq::bundle {
namespace {

constexpr std::int64_t kMostShift = 6'000'000'000;
constexpr std::int64_t kMostDivision = 1'000'000;

bool IsCalculable(TypeKind kind) {
  return kind == TypeKind::kInteger || kind == TypeKind::kDecimal || kind == TypeKind::kMoney ||
         kind == TypeKind::kPercent;
}

bool IsTime(TypeKind kind) { return kind == TypeKind::kDate || kind == TypeKind::kInstant; }

// Of a product, a quotient: what the ends of both sides give.
template <typename Operation>
Range OfEnds(Range a, Range b, Operation operation) {
  Range range;
  for (const Int128 x : {a.low, a.high}) {
    for (const Int128 y : {b.low, b.high}) {
      const Int128 result = operation(x, y);
      range.Add({result, result});
    }
  }
  return range;
}

// Rounding moves a quotient by less than one.
Range Widened(Range range) { return {range.low - 1, range.high + 1}; }

class ExpressionVerifier {
 public:
  ExpressionVerifier(const plan::Plan& plan, std::vector<bool>& constant, Complaint& complaint)
      : plan_(plan),
        all_(plan.expressions),
        constant_(constant),
        complaint_(complaint),
        ranges_(all_.nodes.size()),
        well_formed_(all_.nodes.size()),
        table_ranges_(plan.tables.size()) {
    constant_.assign(all_.nodes.size(), false);
  }

  bool Run(const std::vector<plan::ExprId>& order) {
    if (!Parameters() || !Lookups())
      return false;
    for (plan::ExprId id : order) {
      const plan::Expr& expr = all_.nodes[id];
      constant_[id] = IsConstant(expr);
      if (!complaint_.Expect(
              IsSound(expr.type) && Verify(expr, ranges_[id]) && HasRange(expr.type, ranges_[id]),
              "expression {} gives what its type has not", id))
        return false;
    }
    return Tables();
  }

 private:
  const Type& TypeOf(plan::ExprId id) const { return all_.nodes[id].type; }
  plan::ExprId Child(const plan::Expr& expr, std::uint32_t i) const {
    return all_.children[expr.first_child + i];
  }
  const Type& ChildType(const plan::Expr& expr, std::uint32_t i) const {
    return TypeOf(Child(expr, i));
  }
  Range ChildRange(const plan::Expr& expr, std::uint32_t i) const {
    return ranges_[Child(expr, i)];
  }
  static bool HasRange(const Type& type, Range range) {
    return !IsNumeric(type.kind) || NaturalRange(type).Holds(range);
  }

  // As the engine has it: reads nothing of the lead or the decision.
  bool IsConstant(const plan::Expr& expr) const {
    if (expr.op >= plan::ExprOp::kField && expr.op <= plan::ExprOp::kTension)
      return false;
    bool constant = true;
    for (std::uint32_t i = 0; i < expr.child_count; ++i)
      constant = constant && constant_[Child(expr, i)];
    return constant;
  }

  bool Values(const Type& type, std::span<const Value> values, Range& range) const {
    for (const Value& value : values) {
      if (!IsSound(type, value))
        return false;
      if (IsNumeric(type.kind))
        range.Add({value.number(), value.number()});
    }
    return true;
  }

  // What functions may be given: what tests compare with may be any text. Asked for by many, looked
  // at once.
  bool IsWellFormed(plan::ExprId id) {
    const plan::Expr& expr = all_.nodes[id];
    if (expr.op == plan::ExprOp::kParameter)
      return parameters_[expr.index].well_formed;
    if (expr.op != plan::ExprOp::kConstant)
      return true;
    std::optional<bool>& known = well_formed_[id];
    if (!known)
      known = bundle::IsWellFormed(expr.type, expr.value);
    return *known;
  }

  bool Parameters() {
    for (const plan::Parameter& parameter : all_.parameters) {
      ParameterFacts facts;
      bool good = IsSound(parameter.type) && !parameter.periods.empty();
      for (const plan::Period& period : parameter.periods) {
        Range range;
        good = good && Values(parameter.type, {&period.value, 1}, range);
        facts.well_formed &= good && bundle::IsWellFormed(parameter.type, period.value);
        facts.all.Add(range);
        (range.high < 0 ? facts.below : facts.above).Add(range);
      }
      if (!complaint_.Expect(good, "a parameter has no value, or one that is none of its type"))
        return false;
      parameters_.push_back(facts);
    }
    return true;
  }

  bool Lookups() {
    for (const plan::Lookup& lookup : plan_.lookups) {
      Range range;
      const bool addresses =
          std::all_of(lookup.values.begin(), lookup.values.end(),
                      [&](const Value& value) { return bundle::IsWellFormed(lookup.type, value); });
      const bool good = addresses && bundle::IsWellFormed(lookup.type, lookup.otherwise) &&
                        IsSound(lookup.type) && lookup.type.kind != TypeKind::kList &&
                        Values(lookup.type, lookup.values, range) &&
                        Values(lookup.type, {&lookup.otherwise, 1}, range) && LookupKeys(lookup);
      if (!complaint_.Expect(good, "a value of the lookup `{}` is none of its type", lookup.name) ||
          !complaint_.Expect(HasDistinctRows(lookup),
                             "two rows of the lookup `{}` have the same keys", lookup.name))
        return false;
      lookup_ranges_.push_back(range);
    }
    return true;
  }

  bool LookupKeys(const plan::Lookup& lookup) const {
    const auto type_of = [&](std::size_t i) -> const Type& {
      return plan_.schema.fields[lookup.keys[i]].type;
    };
    for (std::size_t i = 0; i < lookup.keys.size(); ++i) {
      if (type_of(i).kind == TypeKind::kList)
        return false;
    }
    for (std::size_t i = 0; i < lookup.key_values.size(); ++i) {
      if (!IsSound(type_of(i % lookup.keys.size()), lookup.key_values[i]))
        return false;
    }
    return true;
  }

  // The engine counts a row as the only one of its keys.
  bool HasDistinctRows(const plan::Lookup& lookup) const {
    const std::size_t width = lookup.keys.size();
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
      for (std::size_t i = 0; i < width; ++i) {
        const Type& type = plan_.schema.fields[lookup.keys[i]].type;
        const std::strong_ordering order =
            CompareValues(type, lookup.key_values[a * width + i], lookup.key_values[b * width + i]);
        if (order != 0)
          return order;
      }
      return std::strong_ordering::equal;
    };
    std::vector<std::uint32_t> rows(lookup.values.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return compare(a, b) < 0; });
    return std::adjacent_find(rows.begin(), rows.end(),
                              [&](auto a, auto b) { return compare(a, b) == 0; }) == rows.end();
  }

  // The values of a table's rows, which its readers come after.
  bool Tables() {
    for (const plan::Table& table : plan_.tables) {
      bool good = IsSound(table.type);
      for (const plan::TableRow& row : table.rows)
        good = good && IsConstantOf(table.type, row.value);
      good = good && (table.otherwise == plan::kNone || IsConstantOf(table.type, table.otherwise));
      if (!complaint_.Expect(good, "a value of the table `{}` is none of its type", table.name))
        return false;
    }
    return true;
  }

  bool IsConstantOf(const Type& type, plan::ExprId id) {
    return constant_[id] && SameType(type, TypeOf(id)) && IsWellFormed(id);
  }

  // How many parts an expression has; those of a call its function counts.
  static std::uint32_t Parts(const plan::Expr& expr) {
    switch (expr.op) {
      case plan::ExprOp::kAdd:
      case plan::ExprOp::kSubtract:
      case plan::ExprOp::kMultiply:
      case plan::ExprOp::kDivide:
      case plan::ExprOp::kPercentOf:
      case plan::ExprOp::kDays:
        return 2;
      case plan::ExprOp::kShift:
        return 1;
      case plan::ExprOp::kCall:
        return expr.child_count;
      case plan::ExprOp::kConstant:
      case plan::ExprOp::kParameter:
      case plan::ExprOp::kToday:
      case plan::ExprOp::kNow:
      case plan::ExprOp::kField:
      case plan::ExprOp::kDerived:
      case plan::ExprOp::kScore:
      case plan::ExprOp::kTable:
      case plan::ExprOp::kLookup:
      case plan::ExprOp::kConfidence:
      case plan::ExprOp::kTension:
        return 0;
    }
    return 0;
  }

  // Sets the range of what a numeric expression can give.
  bool Verify(const plan::Expr& expr, Range& range) {
    if (expr.child_count != Parts(expr))
      return false;
    switch (expr.op) {
      case plan::ExprOp::kConstant:
        return Values(expr.type, {&expr.value, 1}, range);
      case plan::ExprOp::kParameter:
        range = parameters_[expr.index].all;
        return SameType(expr.type, all_.parameters[expr.index].type);
      case plan::ExprOp::kToday:
        range = {kFirstDay, kLastDay};
        return expr.type.kind == TypeKind::kDate;
      case plan::ExprOp::kNow:
        range = {kFirstInstant, kLastInstant};
        return expr.type.kind == TypeKind::kInstant;
      case plan::ExprOp::kField:
      case plan::ExprOp::kDerived:
      case plan::ExprOp::kScore:
      case plan::ExprOp::kTable:
      case plan::ExprOp::kLookup:
        return Reference(expr, range);
      case plan::ExprOp::kConfidence:
        range = {0, 10'000};
        return expr.type.kind == TypeKind::kPercent;
      case plan::ExprOp::kTension:
        // More than all evidence that there may be.
        range = {0, std::int64_t{1} << 62};
        return expr.type.kind == TypeKind::kDecimal || expr.type.kind == TypeKind::kInteger;
      case plan::ExprOp::kAdd:
      case plan::ExprOp::kSubtract:
        return Sum(expr, range);
      case plan::ExprOp::kMultiply:
      case plan::ExprOp::kDivide:
      case plan::ExprOp::kPercentOf:
        return Product(expr, range);
      case plan::ExprOp::kDays:
        return Days(expr, range);
      case plan::ExprOp::kShift:
        return Shift(expr, range);
      case plan::ExprOp::kCall:
        return Call(expr, range);
    }
    return false;
  }

  // What is missing may be anything that the type of the one who reads it declares.
  bool Reference(const plan::Expr& expr, Range& range) {
    range = IsNumeric(expr.type.kind) ? DeclaredRange(expr.type) : Range();
    if (expr.op == plan::ExprOp::kField) {
      const Type& type = plan_.schema.fields[expr.index].type;
      range.Add(DeclaredRange(type));
      return SameType(expr.type, type);
    }
    if (expr.op == plan::ExprOp::kDerived) {
      const plan::ExprId value = all_.derived[expr.index].value;
      range.Add(ranges_[value]);
      return SameType(expr.type, TypeOf(value)) && IsWellFormed(value);
    }
    if (expr.op == plan::ExprOp::kScore) {
      range.Add({plan_.scores[expr.index].low, plan_.scores[expr.index].high});
      return expr.type.kind == TypeKind::kInteger;
    }
    if (expr.op == plan::ExprOp::kTable)
      return TableReference(expr, range);
    range.Add(lookup_ranges_[expr.index]);
    range.Add(DeclaredRange(plan_.lookups[expr.index].type));
    return SameType(expr.type, plan_.lookups[expr.index].type);
  }

  bool TableReference(const plan::Expr& expr, Range& range) {
    const plan::Table& table = plan_.tables[expr.index];
    std::optional<Range>& known = table_ranges_[expr.index];
    if (!known) {
      known = DeclaredRange(table.type);
      for (const plan::TableRow& row : table.rows)
        known->Add(ranges_[row.value]);
      if (table.otherwise != plan::kNone)
        known->Add(ranges_[table.otherwise]);
    }
    range.Add(*known);
    return SameType(expr.type, table.type);
  }

  bool Sum(const plan::Expr& expr, Range& range) const {
    const Range a = ChildRange(expr, 0);
    const Range b = ChildRange(expr, 1);
    range = expr.op == plan::ExprOp::kAdd ? Range{a.low + b.low, a.high + b.high}
                                          : Range{a.low - b.high, a.high - b.low};
    return IsCalculable(expr.type.kind) && IsCalculable(ChildType(expr, 0).kind) &&
           IsCalculable(ChildType(expr, 1).kind);
  }

  // The ranges of numbers that a constant is one of: those of a parameter below 0 and the others,
  // since none of them is what lies between.
  std::array<Range, 2> ConstantRanges(plan::ExprId id) const {
    const plan::Expr& expr = all_.nodes[id];
    if (expr.op != plan::ExprOp::kParameter)
      return {ranges_[id], Range()};
    return {parameters_[expr.index].below, parameters_[expr.index].above};
  }

  // The operands are below 2^63, so that no product leaves 128 bits.
  bool Product(const plan::Expr& expr, Range& range) const {
    const bool percent = expr.op == plan::ExprOp::kPercentOf;
    const plan::ExprId x = Child(expr, percent ? 1 : 0);
    const plan::ExprId k = Child(expr, percent ? 0 : 1);
    if (!constant_[k] || !IsCalculable(expr.type.kind) || !IsCalculable(TypeOf(x).kind) ||
        !IsCalculable(TypeOf(k).kind))
      return false;
    if (expr.op == plan::ExprOp::kDivide)
      return Quotient(expr, ranges_[x], ConstantRanges(k), range);
    range = OfEnds(ranges_[x], ranges_[k], [](Int128 a, Int128 b) { return a * b; });
    if (percent)
      range = Widened({range.low / 10'000, range.high / 10'000});
    return true;
  }

  static bool Quotient(const plan::Expr& expr, Range x, const std::array<Range, 2>& divisors,
                       Range& range) {
    if (expr.amount < 1 || expr.amount > kMostDivision)
      return false;
    for (Range divisor : divisors) {
      if (divisor.low > divisor.high)
        continue;
      if (divisor.low <= 0 && divisor.high >= 0)
        return false;
      range.Add(OfEnds(x, divisor, [&](Int128 a, Int128 b) { return a * expr.amount / b; }));
    }
    range = Widened(range);
    return true;
  }

  bool Days(const plan::Expr& expr, Range& range) const {
    constexpr Int128 kCalendar = kLastDay - kFirstDay;
    range = {-kCalendar, kCalendar};
    return IsTime(ChildType(expr, 0).kind) && IsTime(ChildType(expr, 1).kind) &&
           expr.type.kind == TypeKind::kInteger;
  }

  bool Shift(const plan::Expr& expr, Range& range) const {
    range = NaturalRange(expr.type);
    return IsTime(expr.type.kind) && expr.type.kind == ChildType(expr, 0).kind &&
           expr.amount >= -kMostShift && expr.amount <= kMostShift;
  }

  // The function's own check says whether it can be called so, with what its arguments can be.
  bool Call(const plan::Expr& expr, Range& range) {
    if (expr.function == nullptr)
      return false;
    std::vector<stdlib::Argument> arguments;
    for (std::uint32_t i = 0; i < expr.child_count; ++i) {
      const plan::Expr& child = all_.nodes[Child(expr, i)];
      Type type = child.type;
      if (IsNumeric(type.kind)) {
        range = DeclaredRange(type);
        range.Add(ChildRange(expr, i));
        type.low = static_cast<std::int64_t>(range.low);
        type.high = static_cast<std::int64_t>(range.high);
      }
      if (!IsWellFormed(Child(expr, i)))
        return false;
      const bool constant = child.op == plan::ExprOp::kConstant;
      arguments.push_back({type, constant ? &child.value : nullptr});
    }
    Type result;
    std::string problem;
    if (!expr.function->check(arguments, result, problem) || !SameType(result, expr.type))
      return false;
    if (!IsNumeric(result.kind))
      return true;
    // What it lists must be listed within what it says it gives.
    range = DeclaredRange(result);
    const bool within = expr.function->results == nullptr || range.Holds(DeclaredRange(expr.type));
    range.Add(DeclaredRange(expr.type));
    return within;
  }

  const plan::Plan& plan_;
  const plan::Expressions& all_;
  std::vector<bool>& constant_;
  Complaint& complaint_;
  struct ParameterFacts {
    Range all;
    Range below;
    Range above;
    bool well_formed = true;
  };
  std::vector<ParameterFacts> parameters_;
  std::vector<Range> lookup_ranges_;
  // By expression: of what it gives, if that is a number.
  std::vector<Range> ranges_;
  // By expression and by table: what was found out.
  std::vector<std::optional<bool>> well_formed_;
  std::vector<std::optional<Range>> table_ranges_;
};

}  // namespace

bool VerifyExpressions(const plan::Plan& plan, const ReadGraph& graph, std::vector<bool>& constant,
                       Complaint& complaint) {
  return ExpressionVerifier(plan, constant, complaint).Run(graph.expressions());
}

}  // namespace lq::bundle
