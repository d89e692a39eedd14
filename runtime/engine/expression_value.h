#pragma once

#include <cstdint>

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

 private:
  struct Range {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool missing = false;
  };

  Range RangeOf(plan::ExprId id) const;
  Range Arithmetic(const plan::Expr& expr) const;
  Range Scale(const plan::Expr& expr) const;
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
