#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::check {

// One comparison of a text with constants.
struct TextTest {
  ir::TestOp op = ir::TestOp::kIs;
  bool ignoring_case = false;
  // Case-folded when ignoring case; empty for kMatches.
  std::vector<std::string> texts;
  // kMatches.
  std::string regex;
  std::shared_ptr<const RE2> pattern;

  // `is` and `in` without `ignoring case`: passes exactly its texts.
  bool exact() const { return !ignoring_case && (op == ir::TestOp::kIs || op == ir::TestOp::kIn); }
};

TextTest MakePatternTest(std::string regex, bool ignoring_case);

bool Passes(const TextTest& test, std::string_view text);

// Texts that such a test passes, and some that it just does not; for two tests also texts made to
// pass both. All are normal forms of `type`. A search by trial: it may find none where there are
// some.
std::vector<std::string> WitnessTexts(const Type& type, const std::vector<TextTest>& tests);

}  // namespace lq::check
