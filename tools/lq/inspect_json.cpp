#include <nlohmann/json.hpp>

#include "compiler/ir/type_text.h"
#include "runtime/value/date.h"
#include "runtime/value/values.h"
#include "tools/lq/inspect_page.h"

namespace lq::tool {
namespace {

using Json = nlohmann::ordered_json;
using Kind = DecisionGraph::Kind;

Json OutcomesJson(const ir::Program& program) {
  Json all = Json::array();
  for (const ir::Outcome& outcome : program.outcomes) {
    all.push_back({{"name", outcome.name}, {"needs", outcome.needs / 1000.0}});
  }
  return all;
}

Json FieldsJson(const ir::Program& program, const Inspection& inspection) {
  Json all = Json::array();
  for (const ir::Field& field : program.schema.fields) {
    all.push_back({{"path", field.path},
                   {"type", ir::TypeText(field.type)},
                   {"required", field.required},
                   {"protected", field.is_protected},
                   {"read_by", ReadersOf(inspection.graph, Kind::kField, field.path)}});
  }
  return all;
}

Json ReasonsJson(const Inspection& inspection) {
  Json all = Json::array();
  for (const InspectedReason& reason : inspection.reasons) {
    all.push_back({{"code", reason.code}, {"from", reason.from}, {"languages", reason.languages}});
  }
  return all;
}

Json ScoresJson(const ir::Program& program) {
  Json all = Json::array();
  for (const ir::Score& score : program.scores) {
    all.push_back({{"name", score.name},
                   {"low", score.low},
                   {"high", score.high},
                   {"items", score.items.size()}});
  }
  return all;
}

template <typename Tables>
Json TablesJson(const Tables& tables) {
  Json all = Json::array();
  for (const auto& table : tables) {
    all.push_back(
        {{"name", table.name}, {"type", ir::TypeText(table.type)}, {"rows", table.rows.size()}});
  }
  return all;
}

Json ParametersJson(const ir::Program& program) {
  Json all = Json::array();
  for (const ir::Parameter& parameter : program.parameters) {
    Json periods = Json::array();
    for (const ir::Period& period : parameter.periods) {
      std::string from;
      AppendDate(period.from, from);
      std::string value;
      AppendValueJson(parameter.type, period.value, value);
      periods.push_back({{"from", parameter.periods.size() > 1 ? Json(from) : Json(nullptr)},
                         {"value", Json::parse(value)}});
    }
    all.push_back({{"name", parameter.name}, {"periods", std::move(periods)}});
  }
  return all;
}

template <typename Items>
Json Names(const Items& items) {
  Json all = Json::array();
  for (const auto& item : items) {
    all.push_back(item.name);
  }
  return all;
}

Json TogglesJson(const ir::Program& program) {
  Json all = Json::array();
  for (const ir::Toggle& toggle : program.toggles) {
    all.push_back({{"name", toggle.name}, {"default", toggle.on}});
  }
  return all;
}

}  // namespace

std::string InspectJson(const ir::Program& program, const Inspection& inspection) {
  const Json json = {{"version", 1},
                     {"policy", program.policy},
                     {"policy_version", program.version},
                     {"hash", program.hash},
                     {"schema", program.schema.name},
                     {"schema_version", program.schema.version},
                     {"outcomes", OutcomesJson(program)},
                     {"otherwise", program.outcomes[program.otherwise_outcome].name},
                     {"undecided", program.undecided},
                     {"doubtful", program.doubtful},
                     {"fields", FieldsJson(program, inspection)},
                     {"reasons", ReasonsJson(inspection)},
                     {"rules", program.rules.size()},
                     {"evidence", Names(program.evidence)},
                     {"guards", Names(program.guards)},
                     {"scores", ScoresJson(program)},
                     {"tables", TablesJson(program.tables)},
                     {"lookups", TablesJson(program.lookups)},
                     {"toggles", TogglesJson(program)},
                     {"parameters", ParametersJson(program)},
                     {"languages", program.languages},
                     {"outputs", Names(program.outputs)},
                     {"depends_on_absence", inspection.depends_on_absence}};
  return json.dump(2) + "\n";
}

}  // namespace lq::tool
