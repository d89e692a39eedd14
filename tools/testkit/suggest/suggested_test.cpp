#include "tools/testkit/suggest/suggested_test.h"

#include <algorithm>

#include <fmt/format.h>

namespace lq::testkit {
namespace {

// What tells most about the test: one of the three tests, then what is rarest.
ObjectiveId MostTelling(const Inventory& inventory, const std::vector<ObjectiveId>& closes) {
  const auto rank = [&](ObjectiveId id) {
    switch (inventory.objectives[id].measure) {
      case Measure::kThreePerRule:
        return 0;
      case Measure::kRule:
      case Measure::kGuard:
      case Measure::kRow:
        return 1;
      case Measure::kBoundary:
      case Measure::kMcdc:
      case Measure::kParameter:
        return 2;
      case Measure::kCondition:
      case Measure::kEvidence:
        return 3;
      case Measure::kReason:
      case Measure::kContent:
      case Measure::kSource:
        break;
    }
    return 4;
  };
  return *std::min_element(closes.begin(), closes.end(),
                           [&](ObjectiveId a, ObjectiveId b) { return rank(a) < rank(b); });
}

// Without the marks around what the policy says, and without quotes and backslashes.
std::string TitleText(const std::string& text) {
  std::string title;
  for (const char c : text) {
    if (c == '"') {
      title += '\'';
    } else if (c != '`' && c != '\\') {
      title += c;
    }
  }
  return title;
}

ir::Expectation Expect(ir::Expectation::Kind kind, std::vector<std::string> names) {
  ir::Expectation expectation;
  expectation.kind = kind;
  expectation.names = std::move(names);
  return expectation;
}

std::vector<std::string> ReasonCodes(const Decision& decision) {
  std::vector<std::string> codes;
  for (const Reason& reason : decision.reasons) {
    if (std::find(codes.begin(), codes.end(), reason.code) == codes.end()) {
      codes.emplace_back(reason.code);
    }
  }
  return codes;
}

std::vector<std::string> AskedFields(const Decision& decision) {
  std::vector<std::string> fields;
  for (const AskEntry& entry : decision.ask) {
    fields.emplace_back(entry.field);
  }
  return fields;
}

}  // namespace

ir::Test SuggestedTest(const Coverage& coverage, const Suggestion& suggestion,
                       const Decision& decision) {
  using Kind = ir::Expectation::Kind;
  const Inventory& inventory = coverage.inventory();
  const Objective& told = inventory.objectives[MostTelling(inventory, suggestion.closes)];
  ir::Test test;
  test.title = fmt::format("{}: {}", inventory.statements[told.statement].title,
                           TitleText(told.label.empty() ? told.text : told.label));
  test.given = suggestion.given;
  test.expectations.push_back(Expect(Kind::kOutcome, {std::string(decision.outcome)}));
  if (std::vector<std::string> codes = ReasonCodes(decision); !codes.empty()) {
    test.expectations.push_back(Expect(Kind::kBecause, std::move(codes)));
  }
  if (std::vector<std::string> fields = AskedFields(decision); !fields.empty()) {
    test.expectations.push_back(Expect(Kind::kAskFor, std::move(fields)));
  }
  return test;
}

}  // namespace lq::testkit
