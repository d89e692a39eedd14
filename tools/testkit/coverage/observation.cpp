#include "tools/testkit/coverage/observation.h"

#include <algorithm>
#include <map>

#include "compiler/eval/candidates.h"
#include "compiler/eval/confidence.h"
#include "compiler/eval/content.h"
#include "compiler/eval/guards.h"
#include "compiler/eval/possible_values.h"
#include "compiler/eval/rules.h"
#include "compiler/eval/table.h"
#include "runtime/value/date.h"
#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

using Kind = CoveredStatement::Kind;

Side SideOf(std::int64_t value, std::int64_t boundary) {
  if (value == boundary) {
    return Side::kOn;
  }
  // Without overflow at the ends.
  if (value < boundary) {
    return value + 1 == boundary ? Side::kJustBelow : Side::kElsewhere;
  }
  return value - 1 == boundary ? Side::kJustAbove : Side::kElsewhere;
}

class Observer {
 public:
  Observer(eval::Situation& situation, const Inventory& inventory, const Decision& decision)
      : situation_(situation),
        program_(situation.program),
        inventory_(inventory),
        decision_(decision) {}

  Observation Run() {
    const eval::Rules rules = eval::WeighRules(situation_);
    const eval::Candidates candidates = eval::FindCandidates(program_, rules);
    out_.determined = candidates.determined();
    const eval::Proposal proposal = {candidates.proposed,
                                     eval::ConfidenceIn(situation_, rules, candidates.proposed),
                                     eval::TensionOf(situation_, candidates.proposed)};
    situation_.proposal = &proposal;
    SeeComparisons();
    out_.conditions.resize(inventory_.statements.size());
    out_.decided.resize(inventory_.statements.size());
    out_.unopposed.resize(inventory_.statements.size());
    for (std::size_t i = 0; i < inventory_.statements.size(); ++i) {
      See(inventory_.statements[i], i, rules);
    }
    SeeGuards();
    SeeContent();
    situation_.proposal = nullptr;
    return std::move(out_);
  }

 private:
  void Reach(ObjectiveId id) {
    if (id != ir::kNone) {
      out_.reached.push_back(id);
    }
  }

  void SeeComparisons() {
    const Comparisons& comparisons = inventory_.comparisons;
    out_.sides.resize(comparisons.boundaries().size(), Side::kElsewhere);
    for (const Comparison& comparison : comparisons.all()) {
      eval::Truth truth;
      if (!comparison.of_decision || out_.determined) {
        truth = eval::TruthOf(situation_, comparison.cond);
        SeeSides(comparison);
      }
      out_.comparisons.push_back(comparison.negated ? eval::Truth{truth.ruled_out, truth.holds}
                                                    : truth);
    }
  }

  void SeeSides(const Comparison& comparison) {
    if (comparison.boundaries.empty()) {
      return;
    }
    const Possible left =
        eval::PossibleOf(situation_, inventory_.comparisons.TestOf(comparison.cond).left);
    if (!left.single()) {
      return;
    }
    for (const std::uint32_t boundary : comparison.boundaries) {
      const ir::ExprId value = inventory_.comparisons.boundaries()[boundary].value;
      out_.sides[boundary] =
          SideOf(left.values[0].number(), eval::ConstantOf(situation_, value).number());
    }
  }

  void See(const CoveredStatement& statement, std::size_t index, const eval::Rules& rules) {
    switch (statement.kind) {
      case Kind::kRule:
        return SeeRule(statement, index, rules);
      case Kind::kEvidence:
        return SeeEvidence(statement);
      case Kind::kTableRow:
        return SeeRow(statement);
      case Kind::kLookup:
        return SeeLookup(statement, program_.lookups[statement.index]);
      case Kind::kParameter:
        return SeeParameter(statement, program_.parameters[statement.index]);
      case Kind::kOutcome:
        return SeeReasons(statement);
      // By what they are made of.
      case Kind::kDefine:
      case Kind::kScoreItem:
      // Of all at once.
      case Kind::kGuard:
      case Kind::kContent:
      // Of payloads.
      case Kind::kMapping:
        return;
    }
  }

  void SeeRule(const CoveredStatement& statement, std::size_t index, const eval::Rules& rules) {
    const eval::Standing& standing = rules.standings[statement.index];
    out_.conditions[index] = eval::TruthOf(situation_, statement.when);
    const std::vector<std::uint32_t>& overriders = rules.overriders[statement.index];
    out_.unopposed[index] =
        std::all_of(overriders.begin(), overriders.end(),
                    [&](std::uint32_t rule) { return rules.standings[rule].out; });
    // It may be assumed what such a rule does, too.
    if (standing.open() || !out_.conditions[index].can_tell()) {
      Reach(statement.standing[2]);
    }
    if (!standing.open()) {
      Reach(statement.standing[standing.fires ? 0 : 1]);
    }
    const std::uint32_t outcome = program_.rules[statement.index].outcome;
    if (standing.fires && decision_.status == Status::kSettled &&
        decision_.outcome == program_.outcomes[outcome].name) {
      out_.decided[index] = true;
      Reach(statement.standing[3]);
    }
  }

  void SeeEvidence(const CoveredStatement& statement) {
    const eval::Truth truth = eval::TruthOf(situation_, statement.when);
    if (truth.can_tell()) {
      Reach(statement.standing[truth.holds ? 0 : 1]);
    }
  }

  // Each table is worked out once, not for each of its rows.
  const std::vector<const ir::TableRow*>& RowsOf(std::uint32_t table) {
    const auto [at, is_new] = rows_.try_emplace(table);
    if (is_new) {
      at->second = eval::RowsInPlay(situation_, program_.tables[table]);
    }
    return at->second;
  }

  void SeeRow(const CoveredStatement& statement) {
    const ir::Table& table = program_.tables[statement.parent];
    const std::vector<const ir::TableRow*>& rows = RowsOf(statement.parent);
    const bool otherwise = statement.index == table.rows.size();
    if (otherwise
            ? rows.empty()
            : rows.size() == 1 && rows[0] == &table.rows[statement.index] &&
                  eval::Assumed(eval::TruthOf(situation_, rows[0]->when), table.assume).holds) {
      Reach(statement.standing[0]);
    }
  }

  void SeeLookup(const CoveredStatement& statement, const ir::Lookup& lookup) {
    const auto known = [&](std::uint32_t field) { return situation_.lead.fields[field].single(); };
    if (!std::all_of(lookup.keys.begin(), lookup.keys.end(), known)) {
      return;
    }
    const bool found = std::any_of(lookup.rows.begin(), lookup.rows.end(),
                                   [&](const ir::LookupRow& row) { return HasKeys(lookup, row); });
    Reach(statement.standing[found ? 0 : 1]);
  }

  bool HasKeys(const ir::Lookup& lookup, const ir::LookupRow& row) const {
    for (std::size_t i = 0; i < lookup.keys.size(); ++i) {
      const std::uint32_t field = lookup.keys[i];
      const Value& value = situation_.lead.fields[field].values[0];
      if (CompareValues(program_.schema.fields[field].type, value, row.keys[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  void SeeParameter(const CoveredStatement& statement, const ir::Parameter& parameter) {
    std::size_t period = 0;
    const std::int64_t today = DayOfInstant(situation_.inputs.as_of);
    while (period + 1 < parameter.periods.size() && parameter.periods[period + 1].from <= today) {
      ++period;
    }
    Reach(statement.parts[period]);
  }

  bool HasReason(std::string_view code) const {
    return std::any_of(decision_.reasons.begin(), decision_.reasons.end(),
                       [&](const Reason& reason) { return reason.code == code; });
  }

  void SeeReasons(const CoveredStatement& statement) {
    if (decision_.outcome != program_.outcomes[statement.index].name) {
      return;
    }
    for (std::size_t i = 0; i < statement.parts.size(); ++i) {
      if (HasReason(statement.reasons[i])) {
        Reach(statement.parts[i]);
      }
    }
  }

  // Guards are only asked of a determined decision.
  void SeeGuards() {
    if (!out_.determined) {
      return;
    }
    const eval::Hold hold = eval::FindHold(situation_);
    for (const CoveredStatement& statement : inventory_.statements) {
      if (statement.kind != Kind::kGuard) {
        continue;
      }
      const ir::Guard* guard = &program_.guards[statement.index];
      const bool holds =
          std::any_of(hold.guards.begin(), hold.guards.end(),
                      [&](const eval::HoldingGuard& holding) { return holding.guard == guard; });
      Reach(statement.standing[holds ? 0 : 1]);
    }
  }

  bool IsShown(const ir::Content& content) const {
    switch (content.of) {
      case ir::Content::Of::kOutcome:
        return decision_.outcome == content.name;
      case ir::Content::Of::kReason:
        return HasReason(content.name);
      case ir::Content::Of::kOwn:
        return true;
    }
    return false;
  }

  // In each language, whatever language the test is in.
  void SeeContent() {
    for (const CoveredStatement& statement : inventory_.statements) {
      if (statement.kind != Kind::kContent || !IsShown(program_.content[statement.index])) {
        continue;
      }
      const ir::Content& content = program_.content[statement.index];
      for (std::size_t i = 0; i < content.texts.size(); ++i) {
        const OracleInputs inputs = {situation_.inputs.as_of, situation_.inputs.toggles,
                                     content.texts[i].language};
        eval::Situation situation = {program_, situation_.lead, inputs, situation_.arena};
        if (eval::ContentText(situation, content).data() != nullptr) {
          Reach(statement.parts[i]);
        }
      }
    }
  }

  eval::Situation& situation_;
  const ir::Program& program_;
  const Inventory& inventory_;
  const Decision& decision_;
  // By table: the rows that may still give the value.
  std::map<std::uint32_t, std::vector<const ir::TableRow*>> rows_;
  Observation out_;
};

}  // namespace

Observation Observe(const ir::Program& program, const Inventory& inventory, const Lead& lead,
                    const OracleInputs& inputs, const Decision& decision) {
  Arena arena;
  eval::Situation situation = {program, lead, inputs, arena};
  return Observer(situation, inventory, decision).Run();
}

}  // namespace lq::testkit
