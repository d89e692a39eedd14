#include "tools/testkit/suggest/suggestion_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/testkit/given_text.h"

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

// Without the marks around what the policy says, and without quotes, which would end a title.
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

std::string ReasonCodes(const Decision& decision) {
  std::vector<std::string_view> codes;
  for (const Reason& reason : decision.reasons) {
    if (std::find(codes.begin(), codes.end(), reason.code) == codes.end()) {
      codes.push_back(reason.code);
    }
  }
  return codes.empty() ? "" : fmt::format(" because {}", fmt::join(codes, ", "));
}

std::string AskedFields(const Decision& decision) {
  std::vector<std::string_view> fields;
  for (const AskEntry& entry : decision.ask) {
    fields.push_back(entry.field);
  }
  return fields.empty() ? "" : fmt::format("  expect ask for {}\n", fmt::join(fields, ", "));
}

}  // namespace

std::string SuggestionText(const Coverage& coverage, const std::vector<ir::Fixture>& fixtures,
                           const Suggestion& suggestion, const Decision& decision) {
  const Inventory& inventory = coverage.inventory();
  const Objective& told = inventory.objectives[MostTelling(inventory, suggestion.closes)];
  return fmt::format("test \"{}: {}\"\n  given {}\n  expect {}{}\n{}",
                     inventory.statements[told.statement].title,
                     TitleText(told.label.empty() ? told.text : told.label),
                     GivenText(coverage.program(), fixtures, suggestion.given), decision.outcome,
                     ReasonCodes(decision), AskedFields(decision));
}

}  // namespace lq::testkit
