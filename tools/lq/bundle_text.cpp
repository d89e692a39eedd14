#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/ir/type_text.h"
#include "tools/lq/bundle_page.h"
#include "tools/lq/tally.h"
#include "tools/lq/text_columns.h"

namespace lq::tool {
namespace {

std::string Head(const bundle::Bundle& bundle) {
  const plan::Plan& plan = *bundle.plan;
  return fmt::format(
      "policy {} version {}\n  {}\n  schema {} version {}\n  bundle of format {}, checksum "
      "{:016x}\n",
      plan.policy, plan.version, plan.hash, plan.schema.name, plan.schema.version, bundle.format,
      bundle.checksum);
}

std::string Sections(const bundle::Bundle& bundle) {
  TextColumns columns;
  for (const bundle::SectionInfo& section : bundle.sections) {
    const std::string name =
        section.name.empty() ? fmt::format("number {}", section.number) : std::string(section.name);
    columns.Add({name, Grouped(section.size) + " bytes", section.name.empty() ? "not known" : ""});
  }
  return columns.Below("Sections");
}

std::string Outcomes(const plan::Plan& plan) {
  TextColumns columns;
  for (std::uint32_t i = 0; i < plan.outcomes.size(); ++i) {
    const auto rules = std::count_if(plan.rules.begin(), plan.rules.end(),
                                     [&](const plan::Rule& rule) { return rule.outcome == i; });
    columns.Add({plan.outcomes[i].name, "needs " + Percent(plan.outcomes[i].needs),
                 Count(static_cast<std::size_t>(rules), "rule"),
                 i == plan.otherwise_outcome ? "otherwise this" : ""});
  }
  columns.Add({plan.undecided, "when undecided"});
  columns.Add({plan.doubtful, "when doubtful"});
  return columns.Below("Outcomes, strongest first");
}

std::string Fields(const plan::Plan& plan) {
  TextColumns columns;
  for (const plan::SchemaField& field : plan.schema.fields) {
    columns.Add({field.path, ir::TypeText(field.type), field.required ? "required" : "optional"});
  }
  return columns.Below("Fields");
}

std::string Holds(const plan::Plan& plan) {
  TextColumns columns;
  const auto add = [&](std::string_view what, std::size_t count) {
    if (count > 0) {
      columns.Add({std::string(what), Grouped(count)});
    }
  };
  add("rules and rows of rules", plan.rules.size());
  add("evidence", plan.evidence.size());
  add("guards", plan.guards.size());
  add("scores", plan.scores.size());
  add("tables", plan.tables.size());
  add("lookups", plan.lookups.size());
  add("derived values", plan.expressions.derived.size());
  add("parameters", plan.expressions.parameters.size());
  add("patterns", plan.terms.patterns.size());
  add("expressions", plan.expressions.nodes.size());
  add("terms of conditions", plan.terms.terms.size());
  add("outputs", plan.outputs.size());
  add("texts", plan.content.size());
  return columns.Below("What it holds");
}

std::string Options(const plan::Plan& plan) {
  TextColumns columns;
  for (const plan::Toggle& toggle : plan.toggles) {
    columns.Add({"toggle " + toggle.name, toggle.on ? "default on" : "default off"});
  }
  if (!plan.languages.empty()) {
    columns.Add({"languages", fmt::format("{}", fmt::join(plan.languages, ", "))});
  }
  return columns.Below("What may be chosen");
}

std::string Places(const bundle::Bundle& bundle) {
  TextColumns columns;
  for (const bundle::SourcePlace& place : bundle.places) {
    const std::string row = place.row == 0 ? "" : fmt::format(" row {}", place.row);
    columns.Add({fmt::format("{} {}{}", PlaceWord(place.of), place.name, row),
                 fmt::format("{}:{}", place.file, place.line)});
  }
  return columns.Below("Where it stands in the text");
}

std::string Native(const bundle::Bundle& bundle) {
  TextColumns columns;
  for (const bundle::NativePart& part : bundle.native) {
    columns.Add({part.processor, fmt::format("{} bytes", Grouped(part.image.size()))});
  }
  return columns.Below("Machine code, by processor");
}

}  // namespace

std::string PlaceWord(bundle::SourcePlace::Of of) {
  switch (of) {
    case bundle::SourcePlace::Of::kRule:
      return "rule";
    case bundle::SourcePlace::Of::kRulesTableRow:
    case bundle::SourcePlace::Of::kTableRow:
    case bundle::SourcePlace::Of::kTable:
      return "table";
    case bundle::SourcePlace::Of::kEvidence:
      return "evidence";
    case bundle::SourcePlace::Of::kGuard:
      return "guard";
    case bundle::SourcePlace::Of::kScore:
      return "score";
    case bundle::SourcePlace::Of::kLookup:
      return "lookup";
    case bundle::SourcePlace::Of::kDerived:
      return "derived value";
  }
  return "";
}

std::string BundleText(const bundle::Bundle& bundle) {
  const plan::Plan& plan = *bundle.plan;
  return Head(bundle) + Outcomes(plan) + Fields(plan) + Holds(plan) + Options(plan) +
         Places(bundle) + Native(bundle) + Sections(bundle);
}

}  // namespace lq::tool
