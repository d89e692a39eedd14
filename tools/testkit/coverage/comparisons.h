#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/base/source.h"
#include "compiler/ir/program.h"

namespace lq::testkit {

// A comparison, a toggle, or a define of the standard library, of which the inside is not ours to
// test. `is not` and `not in` are part of it.
struct Comparison {
  ir::CondId cond = ir::kNone;
  // `cond` is what it turns around.
  bool negated = false;
  // As somebody wrote it first.
  Span span;
  // The number, amounts and dates that it names: indices of Comparisons::boundaries.
  std::vector<std::uint32_t> boundaries;
  // It may be one that cannot be told: an optional field is read.
  bool may_be_open = false;
  // It asks about the decision, as only guards do, and can be told only of a determined one.
  bool of_decision = false;
};

// What a comparison compares with, where its values have an order.
struct Boundary {
  std::uint32_t comparison = 0;
  // A constant expression.
  ir::ExprId value = ir::kNone;
};

// Where a comparison stands.
struct WrittenComparison {
  std::uint32_t comparison = 0;
  // As it stands there; `negated`: what it turns around.
  ir::CondId cond = ir::kNone;
  bool negated = false;
  Span span;
};

// A condition as its comparisons, numbered by Comparisons, and how they join. Defines are expanded.
struct Formula {
  enum class Op : std::uint8_t { kComparison, kAll, kAny, kNot, kConstant };
  Op op = Op::kConstant;
  bool constant = false;
  std::uint32_t comparison = 0;
  std::vector<Formula> parts;
};

// All comparisons of a program. One that stands in several places with the same words is one.
class Comparisons {
 public:
  Comparisons(const ir::Program& program, const SourceMap& sources)
      : program_(&program), sources_(&sources) {}

  // Numbers what is new in it. `unless` is the `not` in it that nobody wrote; kNone without one.
  Formula FormulaOf(ir::CondId cond, ir::CondId unless);
  // The comparisons of the condition itself, without those of the defines that it names.
  std::vector<WrittenComparison> OwnOf(ir::CondId cond, ir::CondId unless);

  const std::vector<Comparison>& all() const { return all_; }
  // Below `known, and …` of a cell, and below `not`.
  const ir::Cond& TestOf(ir::CondId cond) const;
  const std::vector<Boundary>& boundaries() const { return boundaries_; }
  // Indices of the defines that some formula expands.
  const std::set<std::uint32_t>& defines() const { return defines_; }
  // Stands in a file of the standard library.
  bool IsStandard(Span span) const;

 private:
  Formula Walk(ir::CondId cond, std::vector<WrittenComparison>* own);
  Formula Leaf(ir::CondId cond, bool negated, Span span, std::vector<WrittenComparison>* own);
  std::uint32_t Number(ir::CondId cond, bool negated, Span span);
  void AddBoundaries(Comparison& comparison);
  bool IsCell(const ir::Cond& cond) const;

  const ir::Program* program_;
  const SourceMap* sources_;
  std::vector<Comparison> all_;
  std::vector<Boundary> boundaries_;
  std::set<std::uint32_t> defines_;
  // Of the condition that is walked.
  ir::CondId unless_ = ir::kNone;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

// What the formula comes to when each comparison, by its number, holds or does not.
template <typename Holds>
bool Comes(const Formula& formula, const Holds& holds) {
  switch (formula.op) {
    case Formula::Op::kConstant:
      return formula.constant;
    case Formula::Op::kComparison:
      return holds(formula.comparison);
    case Formula::Op::kNot:
      return !Comes(formula.parts[0], holds);
    case Formula::Op::kAll:
    case Formula::Op::kAny:
      break;
  }
  const bool every = formula.op == Formula::Op::kAll;
  for (const Formula& part : formula.parts) {
    if (Comes(part, holds) != every) {
      return !every;
    }
  }
  return every;
}

// The comparisons of a formula, each once, in its order.
std::vector<std::uint32_t> ComparisonsIn(const Formula& formula);

}  // namespace lq::testkit
