#include "runtime/engine/atom_table.h"

#include <algorithm>

#include "runtime/plan/pattern_options.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::engine {
namespace {

bool IsTextTest(const plan::Atom& atom) {
  switch (atom.op) {
    case plan::TestOp::kContains:
    case plan::TestOp::kStartsWith:
    case plan::TestOp::kEndsWith:
    case plan::TestOp::kMatches:
      return true;
    case plan::TestOp::kIs:
    case plan::TestOp::kIn:
      return atom.ignoring_case;
    case plan::TestOp::kAtLeast:
    case plan::TestOp::kAtMost:
    case plan::TestOp::kMoreThan:
    case plan::TestOp::kLessThan:
    case plan::TestOp::kBetween:
    case plan::TestOp::kHasAny:
    case plan::TestOp::kHasAll:
    case plan::TestOp::kHasNone:
      return false;
  }
  return false;
}

bool IsListTest(plan::TestOp op) {
  return op == plan::TestOp::kHasAny || op == plan::TestOp::kHasAll || op == plan::TestOp::kHasNone;
}

// Of a set: every value passes, some value passes.
template <typename Passes>
Truth OfEach(std::span<const Value> values, Passes passes) {
  Truth truth{true, false};
  for (const Value& value : values) {
    const bool pass = passes(value);
    truth.holds &= pass;
    truth.open |= pass;
  }
  return truth;
}

bool SetsOverlap(const Type& type, std::span<const Value> a, std::span<const Value> b) {
  return std::any_of(a.begin(), a.end(), [&](const Value& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const Value& y) { return CompareValues(type, x, y) == 0; });
  });
}

bool AnyWithin(std::span<const Value> values, std::int64_t low, std::int64_t high) {
  return std::any_of(values.begin(), values.end(), [&](const Value& value) {
    return value.number() >= low && value.number() <= high;
  });
}

// Or the decision.
bool ReadsLead(plan::ExprOp op) {
  switch (op) {
    case plan::ExprOp::kField:
    case plan::ExprOp::kDerived:
    case plan::ExprOp::kScore:
    case plan::ExprOp::kTable:
    case plan::ExprOp::kLookup:
    case plan::ExprOp::kConfidence:
    case plan::ExprOp::kTension:
      return true;
    case plan::ExprOp::kConstant:
    case plan::ExprOp::kParameter:
    case plan::ExprOp::kToday:
    case plan::ExprOp::kNow:
    case plan::ExprOp::kAdd:
    case plan::ExprOp::kSubtract:
    case plan::ExprOp::kMultiply:
    case plan::ExprOp::kDivide:
    case plan::ExprOp::kPercentOf:
    case plan::ExprOp::kDays:
    case plan::ExprOp::kShift:
    case plan::ExprOp::kCall:
      return false;
  }
  return false;
}

bool ListHas(const Type& type, std::span<const Value> items, const Value& wanted) {
  return std::any_of(items.begin(), items.end(), [&](const Value& item) {
    return CompareValues(type.element, item, wanted) == 0;
  });
}

}  // namespace

bool IsConstant(const plan::Expressions& expressions, plan::ExprId id) {
  // Along the first operands, which may be many; the others are looked at on the way.
  for (;; id = expressions.children[expressions.nodes[id].first_child]) {
    const plan::Expr& expr = expressions.nodes[id];
    if (ReadsLead(expr.op))
      return false;
    if (expr.child_count == 0)
      return true;
    for (std::uint32_t i = 1; i < expr.child_count; ++i) {
      if (!IsConstant(expressions, expressions.children[expr.first_child + i]))
        return false;
    }
  }
}

AtomTable::AtomTable(const plan::Plan& plan) : plan_(plan), patterns_(plan.terms.patterns.size()) {
  Arena arena;
  const ExpressionEvaluator constants(plan.expressions, 0, nullptr, arena);
  for (const plan::Atom& atom : plan.terms.atoms) {
    Prepared prepared;
    bool unchanging = true;
    for (std::uint32_t i = 0; atom.kind == plan::Atom::Kind::kTest && i < atom.operand_count; ++i) {
      const plan::ExprId operand = plan.terms.operands[atom.first_operand + i];
      prepared.constant_operands &= IsConstant(plan.expressions, operand);
      unchanging &= LifetimeOf(plan.expressions, operand) == Lifetime::kForever;
    }
    if (atom.pattern != plan::kNone) {
      prepared.pattern = Compiled(atom);
    } else if (atom.ignoring_case && prepared.constant_operands && unchanging) {
      for (const Value& value : Constants(atom, constants, arena)) {
        prepared.folded.push_back(FoldCase(value.text()));
      }
    }
    prepared_.push_back(std::move(prepared));
  }
}

// Any number of atoms may ask for one pattern, which is compiled once.
const re2::RE2* AtomTable::Compiled(const plan::Atom& atom) {
  auto& compiled = patterns_[atom.pattern][atom.ignoring_case ? 1 : 0];
  if (compiled == nullptr) {
    compiled = std::make_unique<const re2::RE2>(plan_.terms.patterns[atom.pattern],
                                                plan::PatternOptions(atom.ignoring_case));
  }
  return compiled.get();
}

std::span<const Value> AtomTable::Constants(const plan::Atom& atom,
                                            const ExpressionEvaluator& evaluator,
                                            Arena& arena) const {
  const std::span<Value> values = arena.MakeArray<Value>(atom.operand_count);
  for (std::uint32_t i = 0; i < atom.operand_count; ++i) {
    values[i] = evaluator.Constant(plan_.terms.operands[atom.first_operand + i]);
  }
  return values;
}

Truth AtomTable::Test(std::uint32_t index, const ExpressionEvaluator& evaluator,
                      Arena& arena) const {
  const plan::Atom& atom = plan_.terms.atoms[index];
  const Prepared& prepared = prepared_[index];
  const Possible left = evaluator.Evaluate(atom.left);
  if (atom.kind == plan::Atom::Kind::kKnown)
    return Truth::Of(!left.missing());
  if (!prepared.constant_operands)
    return CompareVarying(atom, left, evaluator);
  if (IsTextTest(atom))
    return TestTexts(atom, prepared, left, evaluator, arena);
  const std::span<const Value> right = Constants(atom, evaluator, arena);
  return IsListTest(atom.op) ? TestLists(atom, left, right) : TestConstants(atom, left, right);
}

Truth AtomTable::TestTexts(const plan::Atom& atom, const Prepared& prepared, const Possible& left,
                           const ExpressionEvaluator& evaluator, Arena& arena) const {
  if (left.form != Possible::Form::kValues)
    return Truth::Unknown();
  const std::span<std::string_view> needles = arena.MakeArray<std::string_view>(atom.operand_count);
  for (std::uint32_t i = 0; i < atom.operand_count; ++i) {
    if (!prepared.folded.empty()) {
      needles[i] = prepared.folded[i];
      continue;
    }
    needles[i] = evaluator.Constant(plan_.terms.operands[atom.first_operand + i]).text();
    if (atom.ignoring_case)
      needles[i] = FoldCase(needles[i], arena);
  }
  return OfEach(left.list(), [&](const Value& value) {
    const bool fold = atom.ignoring_case && prepared.pattern == nullptr;
    return TextPasses(atom, prepared, fold ? FoldCase(value.text(), arena) : value.text(), needles);
  });
}

bool AtomTable::TextPasses(const plan::Atom& atom, const Prepared& prepared, std::string_view text,
                           std::span<const std::string_view> needles) const {
  if (prepared.pattern != nullptr)
    return re2::RE2::FullMatch({text.data(), text.size()}, *prepared.pattern);
  return std::any_of(needles.begin(), needles.end(), [&](std::string_view needle) {
    if (atom.op == plan::TestOp::kContains)
      return text.find(needle) != std::string_view::npos;
    if (atom.op == plan::TestOp::kStartsWith)
      return text.starts_with(needle);
    if (atom.op == plan::TestOp::kEndsWith)
      return text.ends_with(needle);
    return text == needle;
  });
}

Truth AtomTable::TestLists(const plan::Atom& atom, const Possible& left,
                           std::span<const Value> right) const {
  if (left.form != Possible::Form::kValues)
    return Truth::Unknown();
  const Type& type = TypeOf(atom.left);
  return OfEach(left.list(), [&](const Value& list) {
    const auto has = [&](const Value& wanted) { return ListHas(type, list.items(), wanted); };
    if (atom.op == plan::TestOp::kHasAny)
      return std::any_of(right.begin(), right.end(), has);
    if (atom.op == plan::TestOp::kHasAll)
      return std::all_of(right.begin(), right.end(), has);
    return std::none_of(right.begin(), right.end(), has);
  });
}

Truth AtomTable::TestConstants(const plan::Atom& atom, const Possible& left,
                               std::span<const Value> right) const {
  const Type& type = TypeOf(atom.left);
  if (left.form == Possible::Form::kValues) {
    return OfEach(left.list(), [&](const Value& value) {
      if (!IsNumeric(type.kind)) {
        return std::any_of(right.begin(), right.end(), [&](const Value& other) {
          return CompareValues(type, value, other) == 0;
        });
      }
      return TestBand(atom, value.number(), value.number(), right).holds;
    });
  }
  if (!IsNumeric(type.kind))
    return {false, !right.empty()};
  return TestBand(atom, Low(type, left), High(type, left), right);
}

// Every whole number from low to high.
Truth AtomTable::TestBand(const plan::Atom& atom, std::int64_t low, std::int64_t high,
                          std::span<const Value> right) const {
  const std::int64_t k = right.empty() ? 0 : right[0].number();
  switch (atom.op) {
    case plan::TestOp::kAtLeast:
      return {low >= k, high >= k};
    case plan::TestOp::kAtMost:
      return {high <= k, low <= k};
    case plan::TestOp::kMoreThan:
      return {low > k, high > k};
    case plan::TestOp::kLessThan:
      return {high < k, low < k};
    case plan::TestOp::kBetween: {
      const std::int64_t end = right[1].number();
      return {low >= k && high <= end, high >= k && low <= end && k <= end};
    }
    case plan::TestOp::kIs:
    case plan::TestOp::kIn:
      break;
    case plan::TestOp::kContains:
    case plan::TestOp::kStartsWith:
    case plan::TestOp::kEndsWith:
    case plan::TestOp::kMatches:
    case plan::TestOp::kHasAny:
    case plan::TestOp::kHasAll:
    case plan::TestOp::kHasNone:
      return Truth::Unknown();
  }
  std::uint64_t inside = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    const std::int64_t value = right[i].number();
    const auto same = [&](const Value& other) { return other.number() == value; };
    const bool repeated =
        std::any_of(right.begin(), right.begin() + static_cast<std::ptrdiff_t>(i), same);
    if (value >= low && value <= high && !repeated)
      ++inside;
  }
  const std::uint64_t size = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  return {inside > 0 && inside - 1 == size, inside > 0};
}

Truth AtomTable::CompareVarying(const plan::Atom& atom, const Possible& left,
                                const ExpressionEvaluator& evaluator) const {
  const auto compare = [&](plan::TestOp op, std::uint32_t operand) {
    const plan::ExprId right = plan_.terms.operands[atom.first_operand + operand];
    return Compare(op, TypeOf(atom.left), left, TypeOf(right), evaluator.Evaluate(right));
  };
  if (atom.op != plan::TestOp::kBetween)
    return compare(atom.op, 0);
  const Truth from = compare(plan::TestOp::kAtLeast, 0);
  const Truth to = compare(plan::TestOp::kAtMost, 1);
  return {from.holds && to.holds, from.open && to.open};
}

// Both sides vary (language.md, section 7: T and F from the ends; of `is`, from the sets).
Truth AtomTable::Compare(plan::TestOp op, const Type& type, const Possible& left,
                         const Type& right_type, const Possible& right) const {
  const bool sets = left.form == Possible::Form::kValues && right.form == Possible::Form::kValues;
  if (!IsNumeric(type.kind)) {
    if (!sets)
      return Truth::Unknown();
    const bool overlap = SetsOverlap(type, left.list(), right.list());
    return {overlap && left.single() && right.single(), overlap};
  }
  const std::int64_t low = Low(type, left);
  const std::int64_t high = High(type, left);
  const std::int64_t other_low = Low(right_type, right);
  const std::int64_t other_high = High(right_type, right);
  if (op == plan::TestOp::kAtLeast)
    return {low >= other_high, high >= other_low};
  if (op == plan::TestOp::kAtMost)
    return {high <= other_low, low <= other_high};
  if (op == plan::TestOp::kMoreThan)
    return {low > other_high, high > other_low};
  if (op == plan::TestOp::kLessThan)
    return {high < other_low, low < other_high};
  const bool same = low == high && other_low == other_high && low == other_low;
  if (sets)
    return {same, SetsOverlap(type, left.list(), right.list())};
  if (left.form == Possible::Form::kValues)
    return {same, AnyWithin(left.list(), other_low, other_high)};
  if (right.form == Possible::Form::kValues)
    return {same, AnyWithin(right.list(), low, high)};
  return {same, low <= other_high && other_low <= high};
}

}  // namespace lq::engine
