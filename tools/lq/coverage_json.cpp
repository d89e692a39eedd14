#include <nlohmann/json.hpp>

#include "tools/lq/coverage_report.h"

namespace lq::tool {
namespace {

using nlohmann::ordered_json;

ordered_json Measures(const testkit::TallyRow& row) {
  ordered_json measures = ordered_json::object();
  for (std::uint8_t i = 0; i < testkit::kMeasures; ++i) {
    const testkit::Tally& tally = row[i];
    if (tally.all + tally.impossible > 0) {
      measures[std::string(testkit::MeasureName(testkit::Measure{i}))] = {
          {"reached", tally.reached},
          {"all", tally.all},
          {"impossible", tally.impossible},
          {"percent", tally.percent()}};
    }
  }
  return measures;
}

ordered_json Objectives(const testkit::Coverage& coverage) {
  ordered_json objectives = ordered_json::array();
  const testkit::Inventory& inventory = coverage.inventory();
  for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
    const testkit::Objective& objective = inventory.objectives[id];
    objectives.push_back({{"measure", testkit::MeasureName(objective.measure)},
                          {"statement", inventory.statements[objective.statement].title},
                          {"place", PlaceOf(coverage, objective)},
                          {"text", objective.text},
                          {"tests", coverage.hits(id)},
                          {"impossible", coverage.impossible(id) && !coverage.reached(id)}});
  }
  return objectives;
}

ordered_json Statements(const testkit::Coverage& coverage, const testkit::Tallies& tallies) {
  ordered_json statements = ordered_json::array();
  const testkit::Inventory& inventory = coverage.inventory();
  for (std::size_t i = 0; i < inventory.statements.size(); ++i) {
    statements.push_back({{"title", inventory.statements[i].title},
                          {"place", PlaceOf(inventory.statements[i])},
                          {"measures", Measures(tallies.statements[i])}});
  }
  return statements;
}

}  // namespace

std::string CoverageJson(const Coverages& coverages) {
  ordered_json policies = ordered_json::array();
  for (const testkit::Coverage* coverage : coverages) {
    const testkit::Tallies tallies = coverage->Count();
    policies.push_back({{"policy", coverage->program().policy},
                        {"version", coverage->program().version},
                        {"hash", coverage->program().hash},
                        {"measures", Measures(tallies.all)},
                        {"statements", Statements(*coverage, tallies)},
                        {"objectives", Objectives(*coverage)}});
  }
  const ordered_json all = {{"version", 1}, {"policies", std::move(policies)}};
  return all.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace lq::tool
