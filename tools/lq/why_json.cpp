#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "compiler/explain/trace_text.h"
#include "runtime/record/decision_json.h"
#include "runtime/record/output_json.h"
#include "tools/lq/why_words.h"

namespace lq::tool {
namespace {

using Json = nlohmann::ordered_json;

// Thousandths of a point as points.
double Points(std::int64_t thousandths) { return static_cast<double>(thousandths) / 1000; }
double Share(std::int32_t per_mille) { return per_mille / 1000.0; }

std::string_view KindText(TraceNode::Kind kind) {
  switch (kind) {
    case TraceNode::Kind::kComparison:
      return "comparison";
    case TraceNode::Kind::kDefine:
      return "define";
    case TraceNode::Kind::kAll:
      return "all";
    case TraceNode::Kind::kAny:
      return "any";
    case TraceNode::Kind::kNot:
      return "not";
  }
  return "";
}

std::string_view AnswerWord(Answer answer) {
  switch (answer) {
    case Answer::kHolds:
      return "holds";
    case Answer::kDoesNotHold:
      return "does_not_hold";
    case Answer::kCannotTell:
      return "cannot_tell";
  }
  return "";
}

std::string_view StateWord(RuleState state) {
  switch (state) {
    case RuleState::kChose:
      return "chose";
    case RuleState::kOutranked:
      return "outranked";
    case RuleState::kOverridden:
      return "overridden";
    case RuleState::kOpen:
      return "cannot_tell";
    case RuleState::kDoesNotFire:
      return "does_not_hold";
  }
  return "";
}

Json NodeJson(const TraceNode& node) {
  Json json = {{"kind", KindText(node.kind)}, {"verdict", AnswerWord(node.answer)}};
  if (!node.words.empty()) {
    json["words"] = node.words;
  }
  for (const SeenValue& seen : node.saw) {
    json["saw"].push_back({{"name", seen.name}, {"value", seen.value}, {"note", seen.note}});
  }
  for (const TraceNode& part : node.parts) {
    json["parts"].push_back(NodeJson(part));
  }
  return json;
}

// The members that every kind of statement has.
Json StatementJson(const StatementTrace& statement) {
  Json json = {{"from", statement.title},
               {"place", statement.place},
               {"reason", statement.reason},
               {"verdict", AnswerWord(statement.answer)}};
  for (const TraceClause& clause : statement.clauses) {
    json[clause.keyword] = NodeJson(clause.node);
  }
  return json;
}

Json RulesJson(const Explanation& explanation) {
  Json rules = Json::array();
  for (const RuleTrace& rule : explanation.rules) {
    Json json = StatementJson(rule.statement);
    json["outcome"] = rule.outcome;
    json["strength"] = Share(rule.strength);
    json["state"] = StateWord(rule.state);
    json["assumed"] = rule.statement.assumed;
    json["overridden_by"] = rule.overridden_by;
    rules.push_back(std::move(json));
  }
  return rules;
}

Json EvidenceJson(const Explanation& explanation) {
  Json all = Json::array();
  for (const EvidenceTrace& evidence : explanation.evidence) {
    Json json = StatementJson(evidence.statement);
    json["outcome"] = evidence.outcome;
    json["points"] = {{"low", Points(evidence.low)}, {"high", Points(evidence.high)}};
    all.push_back(std::move(json));
  }
  return all;
}

Json GuardsJson(const Explanation& explanation) {
  Json all = Json::array();
  for (const GuardTrace& guard : explanation.guards) {
    Json json = StatementJson(guard.statement);
    json["held_back"] = guard.held_back;
    all.push_back(std::move(json));
  }
  return all;
}

Json ScoresJson(const Explanation& explanation) {
  Json all = Json::array();
  for (const ScoreTrace& score : explanation.scores) {
    Json items = Json::array();
    for (const ScoreTrace::Item& item : score.items) {
      Json json = StatementJson(item.statement);
      json["points"] = item.points;
      items.push_back(std::move(json));
    }
    all.push_back({{"name", score.name},
                   {"low", score.low},
                   {"high", score.high},
                   {"begins_at", score.begins_at},
                   {"items", std::move(items)}});
  }
  return all;
}

Json SumsJson(const Explanation& explanation) {
  Json all = Json::array();
  for (const ConfidenceSum& sum : explanation.sums) {
    Json items = Json::array();
    for (const SumItem& item : sum.items) {
      items.push_back({{"from", item.title},
                       {"reason", item.reason},
                       {"low", Points(item.low)},
                       {"high", Points(item.high)}});
    }
    all.push_back({{"outcome", sum.outcome},
                   {"items", std::move(items)},
                   {"low", Points(sum.low)},
                   {"high", Points(sum.high)},
                   {"confidence", Share(sum.confidence)},
                   {"ceiling", Share(sum.ceiling)}});
  }
  return all;
}

Json PossibleJson(const Type& type, const Possible& possible) {
  if (possible.missing()) {
    return nullptr;
  }
  std::string text;
  AppendPossibleJson(type, possible, text);
  return Json::parse(text);
}

Json ChangesJson(const WhyPage& page) {
  Json all = Json::array();
  for (const Change& change : page.changes.changes) {
    Json set = Json::array();
    for (const FieldChange& field : change.fields) {
      const ir::Field& declared = page.program.schema.fields[field.field];
      set.push_back({{"field", declared.path},
                     {"from", PossibleJson(declared.type, page.lead.fields[field.field])},
                     {"to", PossibleJson(declared.type, field.value)}});
    }
    all.push_back({{"set", std::move(set)},
                   {"outcome", change.outcome},
                   {"status", StatusName(change.status)},
                   {"confidence", Share(change.confidence)}});
  }
  return all;
}

}  // namespace

std::string WhyJson(const WhyPage& page) {
  std::string decision;
  AppendJson(page.decision, decision);
  const Explanation& explanation = page.explanation;
  const Json json = {{"version", 1},
                     {"decision", Json::parse(decision)},
                     {"rules", RulesJson(explanation)},
                     {"evidence", EvidenceJson(explanation)},
                     {"guards", GuardsJson(explanation)},
                     {"scores", ScoresJson(explanation)},
                     {"confidence", SumsJson(explanation)},
                     {"changes", ChangesJson(page)},
                     {"changes_complete", page.changes.complete}};
  return json.dump(2) + "\n";
}

}  // namespace lq::tool
