#include <fmt/format.h>

#include <algorithm>

#include "compiler/diag/shown_line.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/text.h"
#include "tools/lq/decision_format.h"

namespace lq::tool {
namespace {

constexpr std::size_t kLeadWidth = 12;
constexpr std::size_t kStatusWidth = 9;
// "99.9%" or "55.0% to 99.9%"
constexpr std::size_t kConfidenceWidth = 14;

// Left-aligned; a longer text pushes the rest of its row to the right.
void AppendCell(std::string_view text, std::size_t width, std::string& out) {
  const std::string shown = Printable(text);
  out.append(shown);
  out.append(width - std::min(width, CountCodePoints(shown)) + 2, ' ');
}

std::string Confidence(const Decision& decision) {
  if (decision.status == Status::kRejected) {
    return "";
  }
  return PercentText(decision.confidence, decision.ceiling);
}

// Appends `word`, after a comma unless it is the first of its list.
void AppendItem(std::string_view word, std::size_t index, std::string& out) {
  out.append(index == 0 ? "" : ", ").append(word);
}

void AppendErrors(const Decision& decision, std::string& out) {
  for (std::size_t i = 0; i < decision.errors.size(); ++i) {
    const FieldError& error = decision.errors[i];
    AppendItem(
        error.path.empty() ? error.code : fmt::format("{} ({})", Printable(error.path), error.code),
        i, out);
  }
}

// What to ask for, or where no question helps what it could become.
void AppendWayOut(const Decision& decision, std::string& out) {
  out.append(decision.ask.empty() ? "could become " : "ask for ");
  for (std::size_t i = 0; i < decision.could_become.size() && decision.ask.empty(); ++i) {
    AppendItem(decision.could_become[i].outcome, i, out);
  }
  for (std::size_t i = 0; i < decision.ask.size(); ++i) {
    AppendItem(decision.ask[i].field, i, out);
  }
}

void AppendHolds(const Decision& decision, std::string& out) {
  for (std::size_t i = 0; i < decision.held_by.size(); ++i) {
    const HeldBy& held = decision.held_by[i];
    AppendItem(held.guard.data() == nullptr ? "needs " + PercentText(held.needs)
                                            : fmt::format("guard {}", held.guard),
               i, out);
  }
}

void AppendReasons(const Decision& decision, std::string& out) {
  for (std::size_t i = 0; i < decision.reasons.size(); ++i) {
    AppendItem(decision.reasons[i].code, i, out);
  }
}

// What a person asks next: why, what to ask for, what held it back, what is wrong with the lead.
void AppendWhy(const Decision& decision, std::string& out) {
  switch (decision.status) {
    case Status::kRejected:
      AppendErrors(decision, out);
      return;
    case Status::kUndecided:
      AppendWayOut(decision, out);
      return;
    case Status::kDoubtful:
      out.append(decision.proposed).append(", but ");
      AppendHolds(decision, out);
      return;
    case Status::kSettled:
      AppendReasons(decision, out);
      return;
  }
}

class TableFormat : public DecisionFormat {
 public:
  explicit TableFormat(const plan::Plan& plan) {
    outcome_width_ = std::max(plan.undecided.size(), plan.doubtful.size());
    for (const plan::Outcome& outcome : plan.outcomes) {
      outcome_width_ = std::max(outcome_width_, outcome.name.size());
    }
  }

  std::string header() const override {
    std::string out;
    AppendCell("lead", kLeadWidth, out);
    AppendCell("status", kStatusWidth, out);
    AppendCell("outcome", outcome_width_, out);
    AppendCell("confidence", kConfidenceWidth, out);
    return out + "why\n";
  }

  void Append(const Decision& decision, std::uint64_t number, std::string& out) const override {
    AppendCell(
        decision.lead.data() == nullptr ? fmt::format("#{}", number) : std::string(decision.lead),
        kLeadWidth, out);
    AppendCell(StatusName(decision.status), kStatusWidth, out);
    AppendCell(decision.status == Status::kRejected ? "" : decision.outcome, outcome_width_, out);
    AppendCell(Confidence(decision), kConfidenceWidth, out);
    AppendWhy(decision, out);
    out.push_back('\n');
  }

 private:
  std::size_t outcome_width_ = 0;
};

}  // namespace

std::unique_ptr<DecisionFormat> MakeTableFormat(const plan::Plan& plan) {
  return std::make_unique<TableFormat>(plan);
}

}  // namespace lq::tool
