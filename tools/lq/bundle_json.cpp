#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/ir/type_text.h"
#include "tools/lq/bundle_page.h"

namespace lq::tool {
namespace {

using Json = nlohmann::ordered_json;

// One object a member of a list.
template <typename T, typename MakeOne>
Json List(const std::vector<T>& items, MakeOne make_one) {
  Json all = Json::array();
  for (const T& item : items) {
    all.push_back(make_one(item));
  }
  return all;
}

Json HeadJson(const bundle::Bundle& bundle) {
  const plan::Plan& plan = *bundle.plan;
  return {{"version", 1},
          {"policy", plan.policy},
          {"policy_version", plan.version},
          {"hash", plan.hash},
          {"schema", plan.schema.name},
          {"schema_version", plan.schema.version},
          {"format", bundle.format},
          {"checksum", fmt::format("{:016x}", bundle.checksum)}};
}

Json CountsJson(const plan::Plan& plan) {
  return {{"rules", plan.rules.size()},
          {"evidence", plan.evidence.size()},
          {"guards", plan.guards.size()},
          {"scores", plan.scores.size()},
          {"tables", plan.tables.size()},
          {"lookups", plan.lookups.size()},
          {"derived", plan.expressions.derived.size()},
          {"parameters", plan.expressions.parameters.size()},
          {"patterns", plan.terms.patterns.size()},
          {"expressions", plan.expressions.nodes.size()},
          {"terms", plan.terms.terms.size()},
          {"outputs", plan.outputs.size()},
          {"content", plan.content.size()}};
}

void AddChoices(const plan::Plan& plan, Json& page) {
  page["outcomes"] = List(plan.outcomes, [](const plan::Outcome& outcome) -> Json {
    return {{"name", outcome.name}, {"needs", outcome.needs / 1000.0}};
  });
  page["otherwise"] = plan.outcomes[plan.otherwise_outcome].name;
  page["undecided"] = plan.undecided;
  page["doubtful"] = plan.doubtful;
  page["fields"] = List(plan.schema.fields, [](const plan::SchemaField& field) -> Json {
    return {{"path", field.path}, {"type", ir::TypeText(field.type)}, {"required", field.required}};
  });
  page["counts"] = CountsJson(plan);
  page["toggles"] = List(plan.toggles, [](const plan::Toggle& toggle) -> Json {
    return {{"name", toggle.name}, {"on", toggle.on}};
  });
  page["languages"] = plan.languages;
}

}  // namespace

std::string BundleJson(const bundle::Bundle& bundle) {
  Json page = HeadJson(bundle);
  AddChoices(*bundle.plan, page);
  page["places"] = List(bundle.places, [](const bundle::SourcePlace& place) -> Json {
    return {{"of", PlaceWord(place.of)},
            {"name", place.name},
            {"row", place.row},
            {"file", place.file},
            {"line", place.line}};
  });
  page["native"] = List(bundle.native, [](const bundle::NativePart& part) -> Json {
    return {{"processor", part.processor}, {"bytes", part.image.size()}};
  });
  page["sections"] = List(bundle.sections, [](const bundle::SectionInfo& section) -> Json {
    return {{"number", section.number}, {"name", section.name}, {"bytes", section.size}};
  });
  return page.dump(2) + "\n";
}

}  // namespace lq::tool
