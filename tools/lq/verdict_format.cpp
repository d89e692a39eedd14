#include "tools/lq/verdict_format.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/record/decision_json.h"
#include "runtime/value/number.h"

namespace lq::tool {
namespace {

constexpr int kPerMille = 3;

bool NeedsQuotes(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    return letter == ',' || letter == '"' || letter == '\r' || letter == '\n';
  });
}

// A quoted cell where it has to be one.
void AppendCell(std::string_view text, std::string& out) {
  if (!NeedsQuotes(text)) {
    out += text;
    return;
  }
  out += '"';
  for (const char letter : text) {
    out.append(letter == '"' ? 2 : 1, letter);
  }
  out += '"';
}

// What stands between a lead's id and its confidence; of a rejected lead the cells behind its
// status are empty.
std::string Middle(Status status, std::string_view outcome, std::string_view proposed) {
  std::string text = fmt::format(",{},", StatusName(status));
  if (status == Status::kRejected) {
    return text + ",,,,";
  }
  AppendCell(outcome, text);
  text += ',';
  AppendCell(proposed, text);
  return text + ',';
}

}  // namespace

VerdictFormat::VerdictFormat(const plan::Plan& plan) : plan_(plan) {
  for (const plan::Rule& rule : plan.rules) {
    rules_[{rule.name, rule.row}] = static_cast<std::uint32_t>(rule_names_.size());
    rule_names_.push_back(rule.row == 0 ? rule.name : rule.name + ":" + std::to_string(rule.row));
  }
  for (const plan::Outcome& outcome : plan.outcomes) {
    middles_.push_back({Middle(Status::kSettled, outcome.name, outcome.name),
                        Middle(Status::kUndecided, plan.undecided, outcome.name),
                        Middle(Status::kDoubtful, plan.doubtful, outcome.name),
                        Middle(Status::kRejected, {}, {})});
  }
  for (std::int64_t share = 0; share <= PowerOfTen(kPerMille); ++share) {
    AppendShortDecimal(share, kPerMille, shares_.emplace_back());
  }
}

std::string VerdictFormat::header() const {
  return "lead,status,outcome,proposed,confidence,ceiling,rules\n";
}

std::string_view VerdictFormat::OutcomeOf(const Verdict& verdict) const {
  switch (verdict.status) {
    case Status::kSettled:
      return plan_.outcomes[verdict.proposed].name;
    case Status::kUndecided:
      return plan_.undecided;
    case Status::kDoubtful:
      return plan_.doubtful;
    case Status::kRejected:
      return {};
  }
  return {};
}

// Rules that fired for what is proposed, as a record's reasons name them.
void VerdictFormat::AppendVerdict(std::string_view lead, const Verdict& verdict,
                                  const std::vector<std::uint32_t>& rules, std::string& out) const {
  AppendCell(lead, out);
  out += middles_[verdict.proposed][static_cast<std::size_t>(verdict.status)];
  if (verdict.status != Status::kRejected) {
    AppendShares(verdict.confidence, verdict.ceiling, out);
  }
  std::string_view space;
  for (const std::uint32_t rule : rules) {
    if (plan_.rules[rule].outcome == verdict.proposed) {
      out.append(space).append(rule_names_[rule]);
      space = " ";
    }
  }
  out += '\n';
}

void VerdictFormat::AppendShares(std::int32_t confidence, std::int32_t ceiling,
                                 std::string& out) const {
  out.append(shares_[static_cast<std::size_t>(confidence)]).append(",");
  out.append(shares_[static_cast<std::size_t>(ceiling)]).append(",");
}

void VerdictFormat::Append(const Decision& decision, std::uint64_t, std::string& out) const {
  AppendCell(decision.lead, out);
  out += Middle(decision.status, decision.outcome, decision.proposed);
  if (decision.status != Status::kRejected) {
    AppendShares(decision.confidence, decision.ceiling, out);
  }
  std::vector<std::uint32_t> rules;
  for (const Reason& reason : decision.reasons) {
    if (reason.from == ReasonFrom::kRule || reason.from == ReasonFrom::kTableRow) {
      rules.push_back(rules_.at({reason.name, reason.row}));
    }
  }
  std::sort(rules.begin(), rules.end());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    out.append(i == 0 ? "" : " ").append(rule_names_[rules[i]]);
  }
  out += '\n';
}

}  // namespace lq::tool
