#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/program.h"

namespace lq {

// A condition in the form of language.md, section 7: defines expanded, `not` pushed to the tests,
// nested lists of one connective flattened, the tests of one field against constants within one
// list joined.
struct NormalForm {
  enum class Kind : std::uint8_t {
    kAlways,
    kNever,
    kAnd,
    kOr,
    // `tests`: all of them (or any, see `all`) on one field.
    kFieldTest,
    // One other test or name: tests[0].
    kLiteral,
  };
  struct Test {
    ir::CondId cond = 0;
    bool negated = false;
  };

  Kind kind = Kind::kAlways;
  bool all = true;
  std::vector<Test> tests;
  std::vector<NormalForm> children;
};

NormalForm Normalize(const ir::Program& program, ir::CondId cond);

// A test that joins with others of its field: the field is on the left, all on the right is
// constant, and its type is one whose tests join (language.md, section 7, "Two rails").
bool JoinsWithField(const ir::Program& program, const ir::Cond& cond);

}  // namespace lq
