#include "tools/lq/why_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/explain/known_text.h"
#include "compiler/explain/nearest.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/number.h"

namespace lq::tool {
namespace {

std::string SignedPoints(std::int64_t thousandths) {
  std::string text = thousandths > 0 ? "+" : "";
  AppendShortDecimal(thousandths, 3, text);
  return text;
}

std::string HeldText(const Decision& decision) {
  std::vector<std::string> parts;
  for (const HeldBy& held : decision.held_by) {
    parts.push_back(held.guard.data() == nullptr
                        ? fmt::format("{} needs {}", decision.proposed, PercentText(held.needs))
                        : fmt::format("the guard {} holds it back", held.guard));
  }
  return fmt::format("{}", fmt::join(parts, ", and "));
}

std::string CandidatesText(const Decision& decision) {
  std::vector<std::string> parts;
  for (const CouldBecome& one : decision.could_become) {
    parts.push_back(fmt::format("{} ({})", one.outcome, PercentText(one.confidence, one.ceiling)));
  }
  return fmt::format("{}", fmt::join(parts, " or "));
}

// Of the rules that an assumption decided so many are named.
constexpr std::size_t kMostAssumed = 3;

// The rules that an assumption decided: data that arrives may decide them otherwise. Empty without
// any.
std::string AssumedText(const Explanation& explanation) {
  std::vector<std::string> titles;
  for (const RuleTrace& rule : explanation.rules) {
    if (!rule.statement.assumed.empty()) {
      titles.push_back(rule.statement.title);
    }
  }
  const std::size_t count = titles.size();
  titles.resize(std::min(count, kMostAssumed));
  const std::string named = fmt::format("{}", fmt::join(titles, ", "));
  return count <= kMostAssumed ? named : fmt::format("{} and {} more", named, count - kMostAssumed);
}

// `is known`, `is missing`, or a value table that assumes.
bool AsksForAbsence(const ir::Program& program) {
  return std::any_of(program.conds.begin(), program.conds.end(),
                     [](const ir::Cond& cond) { return cond.op == ir::CondOp::kKnown; }) ||
         std::any_of(program.tables.begin(), program.tables.end(),
                     [](const ir::Table& table) { return table.assume != ir::Assume::kNothing; });
}

// What more data does to a settled outcome: nothing, unless the policy takes missing for an answer.
std::string MoreDataText(const WhyPage& page) {
  const std::string assumed = AssumedText(page.explanation);
  std::vector<std::string> where;
  if (!assumed.empty()) {
    where.push_back(fmt::format("an answer was assumed ({})", assumed));
  }
  if (AsksForAbsence(page.program)) {
    where.push_back("the policy asks whether something is known");
  }
  return where.empty()
             ? "does not change the outcome"
             : fmt::format("changes the outcome only where {}", fmt::join(where, ", or where "));
}

int Rank(const RuleTrace& rule) { return static_cast<int>(rule.state); }

}  // namespace

std::string PointsText(std::int64_t low, std::int64_t high) {
  return low == high ? SignedPoints(low)
                     : fmt::format("{} to {}", SignedPoints(low), SignedPoints(high));
}

std::string StatusSentence(const WhyPage& page) {
  const Decision& decision = page.decision;
  const std::string confidence = PercentText(decision.confidence, decision.ceiling);
  switch (decision.status) {
    case Status::kSettled:
      return fmt::format("settled with confidence {}; more data {}", confidence,
                         MoreDataText(page));
    case Status::kUndecided:
      return fmt::format("undecided: it could become {}", CandidatesText(decision));
    case Status::kDoubtful:
      return fmt::format("doubtful: {} is proposed with confidence {}, but {}", decision.proposed,
                         confidence, HeldText(decision));
    case Status::kRejected:
      return "rejected: the lead does not fit its schema, so nothing was decided";
  }
  return "";
}

std::string FromText(const Reason& reason) {
  switch (reason.from) {
    case ReasonFrom::kRule:
      return fmt::format("rule {}", reason.name);
    case ReasonFrom::kTableRow:
      return fmt::format("table {} row {}", reason.name, reason.row);
    case ReasonFrom::kOtherwise:
      return "otherwise";
    case ReasonFrom::kEvidence:
      return fmt::format("evidence {}", reason.name);
    case ReasonFrom::kGuard:
      return fmt::format("guard {}", reason.name);
  }
  return "";
}

std::string StateText(const RuleTrace& rule) {
  const std::string& assumed = rule.statement.assumed;
  const std::string why =
      assumed.empty() ? "" : fmt::format(" (it cannot tell, and assumes {})", assumed);
  switch (rule.state) {
    case RuleState::kChose:
      return fmt::format("chose {}{}", rule.outcome, why);
    case RuleState::kOutranked:
      return fmt::format("holds, but {} does not win{}", rule.outcome, why);
    case RuleState::kOverridden:
      return fmt::format("holds, but {} overrides it{}", fmt::join(rule.overridden_by, ", "), why);
    case RuleState::kOpen:
      return "cannot tell yet";
    case RuleState::kDoesNotFire:
      return "does not hold" + why;
  }
  return "";
}

std::string ItemText(const ScoreTrace::Item& item) {
  const std::string text = fmt::format("{:+} {}", item.points, item.statement.reason);
  switch (item.statement.answer) {
    case Answer::kHolds:
      return text;
    case Answer::kDoesNotHold:
      return text + ": does not count";
    case Answer::kCannotTell:
      return text + ": cannot tell yet";
  }
  return text;
}

std::string ChangeText(const WhyPage& page, const Change& change) {
  std::vector<std::string> parts;
  for (const FieldChange& field : change.fields) {
    const ir::Field& declared = page.program.schema.fields[field.field];
    parts.push_back(fmt::format("{} {} instead of {}", declared.path,
                                KnownText(declared.type, field.value),
                                KnownText(declared.type, page.lead.fields[field.field])));
  }
  return fmt::format("{}", fmt::join(parts, ", and "));
}

std::string_view CauseText(Cause cause) {
  switch (cause) {
    case Cause::kNone:
      return "known";
    case Cause::kMissing:
      return "missing";
    case Cause::kStale:
      return "stale";
    case Cause::kInvalid:
      return "not valid";
    case Cause::kBand:
      return "only a band is known";
    case Cause::kOneOf:
      return "one of several";
    case Cause::kDisagreement:
      return "sources disagree";
  }
  return "";
}

std::string AskText(const AskEntry& ask) {
  return ask.question.empty()
             ? fmt::format("{} ({})", ask.field, CauseText(ask.cause))
             : fmt::format("{} ({}): {}", ask.field, CauseText(ask.cause), ask.question);
}

std::vector<const RuleTrace*> RulesByInterest(const Explanation& explanation) {
  std::vector<const RuleTrace*> rules;
  for (const RuleTrace& rule : explanation.rules) {
    rules.push_back(&rule);
  }
  std::stable_sort(rules.begin(), rules.end(), [](const RuleTrace* a, const RuleTrace* b) {
    return Rank(*a) != Rank(*b) ? Rank(*a) < Rank(*b)
                                : ComparisonsToTurn(a->statement) < ComparisonsToTurn(b->statement);
  });
  return rules;
}

std::vector<ChangesTo> ChangesByOutcome(const Changes& changes) {
  std::vector<ChangesTo> groups;
  for (const Change& change : changes.changes) {
    if (groups.empty() || groups.back().outcome != change.outcome) {
      groups.push_back({change.outcome, {}});
    }
    groups.back().changes.push_back(&change);
  }
  return groups;
}

}  // namespace lq::tool
