#include "compiler/eval/text_test.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "runtime/value/text.h"

namespace lq::eval {
namespace {

bool PassesOne(ir::TestOp op, std::string_view text, std::string_view part) {
  if (op == ir::TestOp::kContains) {
    return text.find(part) != std::string_view::npos;
  }
  return op == ir::TestOp::kStartsWith ? text.starts_with(part) : text.ends_with(part);
}

std::shared_ptr<const re2::RE2> CompilePattern(const std::string& regex, bool ignoring_case) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_case_sensitive(!ignoring_case);
  options.set_never_capture(true);
  return std::make_shared<re2::RE2>(regex, options);
}

}  // namespace

bool SameIgnoringCase(std::string_view a, std::string_view b) { return FoldCase(a) == FoldCase(b); }

bool PassesTextTest(const ValueTest& test, std::string_view text) {
  return std::any_of(test.constants.begin(), test.constants.end(), [&](const Value& constant) {
    return test.cond.ignoring_case
               ? PassesOne(test.cond.test, FoldCase(text), FoldCase(constant.text()))
               : PassesOne(test.cond.test, text, constant.text());
  });
}

bool MatchesPattern(Situation& situation, const ir::Cond& cond, std::string_view text) {
  const std::pair key(cond.index, cond.ignoring_case);
  auto found = situation.patterns.find(key);
  if (found == situation.patterns.end()) {
    const std::string& regex = situation.program.patterns[cond.index].regex;
    found = situation.patterns.emplace(key, CompilePattern(regex, cond.ignoring_case)).first;
  }
  return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *found->second);
}

}  // namespace lq::eval
