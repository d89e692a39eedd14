#pragma once

#include <vector>

#include "compiler/ir/program.h"

namespace lq::eval {

// A test or a name, or its opposite.
struct Literal {
  const ir::Cond* cond = nullptr;
  bool negated = false;
};

// A condition as language.md, section 7, reads it: defines expanded, `not` pushed inward, nested
// lists of one connective flattened, and the tests of one field against constants within one list
// put together.
struct Form {
  enum class Kind : std::uint8_t {
    // All of `parts`; any of `parts`.
    kAll,
    kAny,
    // literals[0].
    kLiteral,
    // `literals` are tests of one field: a value passes when it passes all (`every`) or any of
    // them.
    kFieldTest,
  };
  Kind kind = Kind::kAll;
  bool every = false;
  std::vector<Literal> literals;
  std::vector<Form> parts;
};

Form FormOf(const ir::Program& program, ir::CondId cond);

}  // namespace lq::eval
