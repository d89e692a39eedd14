#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/plan/expression.h"

// Conditions as the engine runs them. A condition is a *node*: an or of *terms*. A term is an and
// of
//   - dense tests: a field against constants, `known`, a toggle. They live in bit rows, one bit a
//   term: the
//     rows of a lead's value codes, and-ed together, leave the bits of the terms that may hold;
//   - residual literals, looked at only for terms whose dense part survives: tests of derived
//   values, scores,
//     tables, lookups, texts and lists, and nodes nested deeper.
namespace lq::plan {

using NodeId = std::uint32_t;
using TermId = std::uint32_t;

enum class TestOp : std::uint8_t {
  kIs,
  kIn,
  kAtLeast,
  kAtMost,
  kMoreThan,
  kLessThan,
  kBetween,
  kContains,
  kStartsWith,
  kEndsWith,
  kMatches,
  kHasAny,
  kHasAll,
  kHasNone,
};

// One comparison with constants: right sides are a range of Terms::operands.
struct Literal {
  TestOp op = TestOp::kIs;
  bool negated = false;
  std::uint32_t first_operand = 0;
  std::uint32_t operand_count = 0;
};

// The tests of one field within one and-list or or-list, as one: a range of Terms::literals.
struct FieldTest {
  std::uint32_t field = 0;
  // All literals must pass, or any.
  bool all = true;
  std::uint32_t first_literal = 0;
  std::uint32_t literal_count = 0;
};

enum class ColumnKind : std::uint8_t { kField, kKnown, kToggle };

// One source of value codes with rows of its own. A term has at most one test a column; a field
// that one term tests more than once has more columns (slots).
struct Column {
  ColumnKind kind = ColumnKind::kField;
  // Of a field or a toggle.
  std::uint32_t index = 0;
};

// A dense test of a term.
struct DenseTest {
  std::uint32_t column = 0;
  // kField: index of field_tests. Else 0.
  std::uint32_t test = 0;
  // kKnown, kToggle: passes when missing, off.
  bool negated = false;
};

// A test that stands alone.
struct Atom {
  TestOp op = TestOp::kIs;
  bool ignoring_case = false;
  // kOutcome tests have no left side.
  ExprId left = kNone;
  // A range of Terms::operands; for an outcome test of Terms::outcomes.
  std::uint32_t first_operand = 0;
  std::uint32_t operand_count = 0;
  // kMatches: index of patterns.
  std::uint32_t pattern = kNone;
  enum class Kind : std::uint8_t { kTest, kKnown, kOutcome } kind = Kind::kTest;
};

struct Residual {
  enum class Kind : std::uint8_t { kAtom, kNode } kind = Kind::kAtom;
  std::uint32_t index = 0;
  // Atoms only.
  bool negated = false;
};

struct Term {
  std::uint32_t first_dense = 0;
  std::uint32_t dense_count = 0;
  std::uint32_t first_residual = 0;
  std::uint32_t residual_count = 0;
};

struct Node {
  TermId first = 0;
  std::uint32_t count = 0;
};

struct Terms {
  std::vector<Node> nodes;
  std::vector<Term> terms;
  std::vector<DenseTest> dense;
  std::vector<Residual> residuals;
  std::vector<Column> columns;
  std::vector<FieldTest> field_tests;
  std::vector<Literal> literals;
  // Constant expressions.
  std::vector<ExprId> operands;
  std::vector<std::uint32_t> outcomes;
  std::vector<Atom> atoms;
  // RE2 syntax; `ignoring case` is the atom's.
  std::vector<std::string> patterns;
};

}  // namespace lq::plan
