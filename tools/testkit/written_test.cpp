#include "tools/testkit/written_test.h"

#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "compiler/include/lq/format.h"
#include "compiler/ir/type_text.h"
#include "tools/testkit/bounds_text.h"
#include "tools/testkit/given_text.h"

namespace lq::testkit {
namespace {

using Kind = ir::Expectation::Kind;

// What follows `expect`.
std::string ExpectationText(const ir::Program& program, const ir::Expectation& expectation) {
  const std::string names = fmt::format("{}", fmt::join(expectation.names, ", "));
  switch (expectation.kind) {
    case Kind::kOutcome:
      return (expectation.negated ? "not " : "") + names;
    // Codes stand behind an outcome: WrittenTest joins them.
    case Kind::kBecause:
      return "because " + names;
    case Kind::kReasonsExactly:
      return "reasons exactly " + names;
    case Kind::kConfidence:
      return ConfidenceBounds(expectation);
    case Kind::kCouldBecome:
      return "could become " + names;
    case Kind::kAskFor:
      return "ask for " + names;
    case Kind::kStatus:
      return "status " + names;
    case Kind::kProposed:
      return "proposed " + names;
    case Kind::kScore:
      return ScoreBounds(program, expectation);
    case Kind::kOutput:
      return fmt::format("output {} is {}", names,
                         GivenValueText(expectation.type, expectation.value));
    case Kind::kField:
      return fmt::format("field {} is {}", names,
                         GivenValueText(expectation.type, expectation.value));
    case Kind::kHeldByGuard:
      return "held by guard " + names;
    case Kind::kRejectedFor:
      return "rejected for " + names;
  }
  return {};
}

std::string ExpectationsText(const ir::Program& program, const ir::Test& test) {
  std::string text;
  for (const ir::Expectation& expectation : test.expectations) {
    text += expectation.kind == Kind::kBecause ? " " : "\nexpect ";
    text += ExpectationText(program, expectation);
  }
  return text;
}

}  // namespace

std::string WrittenTest(const ir::Program& program, const std::vector<ir::Fixture>& fixtures,
                        const ir::Test& test) {
  // A field may bear a word that begins a clause; then all are spelt out.
  for (const std::string_view prefix : {"", "lead."}) {
    const Formatting formatted =
        FormatFile("test.lq", fmt::format("edition 2026\ntests for {}\ntest {} given {}{}\n",
                                          program.policy, ir::QuotedText(test.title),
                                          GivenText(program, fixtures, test.given, prefix),
                                          ExpectationsText(program, test)));
    if (formatted.text) {
      return formatted.text->substr(formatted.text->find("\ntest ") + 1);
    }
  }
  return {};
}

}  // namespace lq::testkit
