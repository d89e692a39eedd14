#pragma once

#include <cstdint>
#include <span>

#include "runtime/plan/expression.h"
#include "runtime/value/arena.h"
#include "runtime/value/possible.h"

namespace lq::engine {

// Where an expression finds what it reads.
class ValueSource {
 public:
  virtual ~ValueSource() = default;
  virtual Possible Field(std::uint32_t index) = 0;
  virtual Possible Derived(std::uint32_t index) = 0;
  virtual Possible Score(std::uint32_t index) = 0;
  virtual Possible Table(std::uint32_t index) = 0;
  virtual Possible Lookup(std::uint32_t index) = 0;
  // Guards: per mille and whole points as language.md, section 5, reads them.
  virtual Possible Confidence() = 0;
  virtual Possible Tension() = 0;
};

// The possible values of an expression at an as-of instant. `source` may be null for constant
// expressions. Arithmetic gives the hull. The result lives in `arena`, the plan or the lead.
class ExpressionEvaluator {
 public:
  ExpressionEvaluator(const plan::Expressions& expressions, std::int64_t as_of, ValueSource* source,
                      Arena& arena)
      : expressions_(expressions), as_of_(as_of), source_(source), arena_(arena) {}

  Possible Evaluate(plan::ExprId id) const;
  // Of a constant expression.
  Value Constant(plan::ExprId id) const;
  // Of an operation on numbers: itself, its first operand, the first operand of that and so on, as
  // far as these are such operations; the innermost first. However long, it takes no deep stack.
  std::span<const plan::ExprId> ChainOf(plan::ExprId id) const;
  // How many of a chain's operations, with all that stand before them, end with a single value.
  std::size_t SettledSteps(std::span<const plan::ExprId> chain) const;

 private:
  struct Range {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool missing = false;
  };

  Range RangeOf(plan::ExprId id) const;
  Range RunChain(std::span<const plan::ExprId> chain) const;
  Range Step(const plan::Expr& expr, Range first) const;
  Range Sum(const plan::Expr& expr, Range a) const;
  Range Scale(const plan::Expr& expr, Range x, std::int64_t constant) const;
  Range Days(const plan::Expr& expr) const;
  Range Shift(const plan::Expr& expr) const;
  Possible Call(const plan::Expr& expr) const;
  Possible FromRange(Range range) const;
  Possible Single(Value value) const;
  Value ParameterAt(const plan::Parameter& parameter) const;
  plan::ExprId Child(const plan::Expr& expr, std::uint32_t index) const {
    return expressions_.children[expr.first_child + index];
  }

  const plan::Expressions& expressions_;
  std::int64_t as_of_;
  ValueSource* source_;
  Arena& arena_;
};

// How long a constant expression keeps its value.
enum class Lifetime : std::uint8_t { kForever, kDay, kInstant };
Lifetime LifetimeOf(const plan::Expressions& expressions, plan::ExprId id);

}  // namespace lq::engine
