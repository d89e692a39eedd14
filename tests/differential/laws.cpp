#include "tests/differential/laws.h"

#include <map>

#include "compiler/eval/evaluate.h"
#include "runtime/value/date.h"

namespace lq::test {
namespace {

// What the laws speak of.
struct Decided {
  Status status = Status::kSettled;
  std::string outcome;
  std::string proposed;
  std::int32_t confidence = 0;
  std::int32_t ceiling = 0;
  // Of each candidate: least and greatest confidence.
  std::map<std::string, std::pair<std::int32_t, std::int32_t>> candidates;

  bool determined() const { return candidates.size() == 1; }
};

Decided Decide(const ir::Program& program, const PartialLead& partial) {
  Lead lead;
  MakeLead(program, partial, lead);
  Decision decision;
  OracleInputs inputs;
  inputs.as_of = DaysFromCivil({2026, 8, 1}) * kMillisecondsPerDay;
  Evaluate(program, lead, inputs, decision);
  Decided decided = {decision.status,
                     std::string(decision.outcome),
                     std::string(decision.proposed),
                     decision.confidence,
                     decision.ceiling,
                     {}};
  for (const CouldBecome& one : decision.could_become) {
    decided.candidates[std::string(one.outcome)] = {one.confidence, one.ceiling};
  }
  if (decision.could_become.empty()) {
    decided.candidates[decided.proposed] = {decided.confidence, decided.ceiling};
  }
  return decided;
}

std::string Law5(const Decided& decided) {
  const bool in_order =
      1 <= decided.confidence && decided.confidence <= decided.ceiling && decided.ceiling <= 999;
  return in_order ? "" : "law 5: 0.1 % <= confidence <= ceiling <= 99.9 %";
}

std::string Law1(const Decided& complete) {
  return complete.determined() && complete.confidence == complete.ceiling
             ? ""
             : "law 1: full data always determines, with confidence = ceiling";
}

std::string Laws2And3(const Decided& partial, const Decided& complete) {
  if (partial.determined() && partial.proposed != complete.proposed) {
    return "law 2: a determined proposal is the proposal of every completion";
  }
  const bool settled = partial.status == Status::kSettled;
  if (settled && (complete.status != Status::kSettled || complete.outcome != partial.outcome)) {
    return "law 2: a settled decision stays settled, with the same outcome";
  }
  return partial.candidates.contains(complete.proposed)
             ? ""
             : "law 3: every completion's proposal is among the candidates";
}

std::string Law4(const Decided& before, const Decided& after) {
  for (const auto& [outcome, interval] : after.candidates) {
    const auto old = before.candidates.find(outcome);
    if (old == before.candidates.end()) {
      return "law 4: learning a value never adds a candidate, but adds " + outcome;
    }
    if (interval.first < old->second.first || interval.second > old->second.second) {
      return "law 4: learning a value never widens a confidence interval, but does of " + outcome;
    }
  }
  return "";
}

std::string CheckCompletions(const ir::Program& program, const PartialLead& partial,
                             const Decided& decided) {
  for (const PartialLead& completion : Completions(program, partial)) {
    const Decided complete = Decide(program, completion);
    for (const std::string& broken :
         {Law1(complete), Law5(complete), Laws2And3(decided, complete), Law4(decided, complete)}) {
      if (!broken.empty()) {
        return broken + "\n  completion: " + Describe(completion);
      }
    }
  }
  return "";
}

// Every value that one field may turn out to have.
std::string CheckLearning(const ir::Program& program, const PartialLead& partial,
                          const Decided& decided) {
  for (const ir::Field& field : program.schema.fields) {
    const auto said = partial.find(field.path);
    const Said before = said == partial.end() ? Said{} : said->second;
    for (const std::int64_t number : PossibleNumbers(field.type, before)) {
      PartialLead learned = partial;
      learned[field.path] = {Said::Form::kValues, {number}};
      const std::string broken = Law4(decided, Decide(program, learned));
      if (!broken.empty()) {
        return broken + "\n  learned: " + field.path + " " + std::to_string(number);
      }
    }
  }
  return "";
}

std::string Law7(const Decided& before, const Decided& after, const std::string& about) {
  for (const auto& [outcome, interval] : before.candidates) {
    const auto now = after.candidates.at(outcome);
    const bool lowered = now.first < interval.first || now.second < interval.second;
    if (outcome == about ? lowered : now != interval) {
      return "law 7: a point more never lowers either end, and never touches another outcome";
    }
  }
  return "";
}

// A point more for each supporting item.
std::string CheckPoints(const ir::Program& program, const PartialLead& partial,
                        const Decided& decided) {
  for (std::size_t i = 0; i < program.evidence.size(); ++i) {
    if (program.evidence[i].points <= 0) {
      continue;
    }
    ir::Program stronger = program;
    stronger.evidence[i].points += 1000;
    const std::string& about = program.outcomes[program.evidence[i].outcome].name;
    const std::string broken = Law7(decided, Decide(stronger, partial), about);
    if (!broken.empty()) {
      return broken + "\n  evidence: " + program.evidence[i].name;
    }
  }
  return "";
}

// With an item about each outcome that always holds.
ir::Program WithItems(const ir::Program& program, std::vector<std::int32_t> points) {
  ir::Program more = program;
  more.conds.push_back({});
  ir::Evidence item;
  item.when = static_cast<ir::CondId>(more.conds.size() - 1);
  for (item.outcome = 0; item.outcome < program.outcomes.size(); ++item.outcome) {
    for (const std::int32_t some : points) {
      item.points = some;
      more.evidence.push_back(item);
    }
  }
  return more;
}

std::string CheckCancelling(const ir::Program& program, const PartialLead& partial,
                            const Decided& decided) {
  const Decided same = Decide(WithItems(program, {3076, -3076}), partial);
  return same.candidates == decided.candidates ? "" : "law 9: w and -w cancel";
}

// Without the group's items, but its whole cap for or against each outcome.
std::string CheckCap(const ir::Program& program, std::uint32_t group, const PartialLead& partial,
                     const Decided& decided) {
  ir::Program without = program;
  std::erase_if(without.evidence, [&](const ir::Evidence& item) { return item.group == group; });
  const std::int32_t cap = program.groups[group].cap;
  const Decided most = Decide(WithItems(without, {cap}), partial);
  const Decided least = Decide(WithItems(without, {-cap}), partial);
  for (const auto& [outcome, interval] : decided.candidates) {
    if (interval.second > most.candidates.at(outcome).second ||
        interval.first < least.candidates.at(outcome).first) {
      return "law 9: a group's part never exceeds its cap, but of " + program.groups[group].name;
    }
  }
  return "";
}

std::string CheckCaps(const ir::Program& program, const PartialLead& partial,
                      const Decided& decided) {
  for (std::uint32_t group = 0; group < program.groups.size(); ++group) {
    const std::string broken = CheckCap(program, group, partial, decided);
    if (!broken.empty()) {
      return broken;
    }
  }
  return "";
}

}  // namespace

std::string BrokenLaw(const ir::Program& program, const PartialLead& partial) {
  const Decided decided = Decide(program, partial);
  std::string broken = Law5(decided);
  for (const auto check :
       {CheckCompletions, CheckLearning, CheckPoints, CheckCancelling, CheckCaps}) {
    if (broken.empty()) {
      broken = check(program, partial, decided);
    }
  }
  return broken;
}

}  // namespace lq::test
