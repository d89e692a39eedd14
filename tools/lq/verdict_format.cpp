#include "tools/lq/verdict_format.h"

#include <algorithm>

#include "runtime/record/decision_json.h"
#include "runtime/value/number.h"

namespace lq::tool {
namespace {

// A quoted cell where it has to be one.
void AppendCell(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char letter : text) {
    out.append(letter == '"' ? 2 : 1, letter);
  }
  out += '"';
}

// Everything before the rules.
struct Head {
  std::string_view lead;
  Status status = Status::kSettled;
  std::string_view outcome;
  std::string_view proposed;
  std::int32_t confidence = 0;
  std::int32_t ceiling = 0;
};

// Of a rejected lead the cells behind its status are empty.
void AppendHead(const Head& head, std::string& out) {
  AppendCell(head.lead, out);
  out.append(",").append(StatusName(head.status));
  if (head.status == Status::kRejected) {
    out += ",,,,,";
    return;
  }
  out += ',';
  AppendCell(head.outcome, out);
  out += ',';
  AppendCell(head.proposed, out);
  out += ',';
  AppendShortDecimal(head.confidence, 3, out);
  out += ',';
  AppendShortDecimal(head.ceiling, 3, out);
  out += ',';
}

}  // namespace

VerdictFormat::VerdictFormat(const plan::Plan& plan) : plan_(plan) {
  for (const plan::Rule& rule : plan.rules) {
    rules_[{rule.name, rule.row}] = static_cast<std::uint32_t>(rule_names_.size());
    rule_names_.push_back(rule.row == 0 ? rule.name : rule.name + ":" + std::to_string(rule.row));
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
  AppendHead({lead, verdict.status, OutcomeOf(verdict), plan_.outcomes[verdict.proposed].name,
              verdict.confidence, verdict.ceiling},
             out);
  std::string_view space;
  for (const std::uint32_t rule : rules) {
    if (plan_.rules[rule].outcome == verdict.proposed) {
      out.append(space).append(rule_names_[rule]);
      space = " ";
    }
  }
  out += '\n';
}

void VerdictFormat::Append(const Decision& decision, std::uint64_t, std::string& out) const {
  AppendHead({decision.lead, decision.status, decision.outcome, decision.proposed,
              decision.confidence, decision.ceiling},
             out);
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
