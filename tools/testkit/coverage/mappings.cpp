#include "tools/testkit/coverage/mappings.h"

#include <algorithm>

#include <fmt/format.h>

namespace lq::testkit {
namespace {

// A text of any kind is a text.
bool MayFail(const ir::SourceMapping& mapping, const Type& type) {
  return type.kind != TypeKind::kText || mapping.by ||
         mapping.as.reading != ir::SourceReading::kText;
}

class MappingAdder {
 public:
  MappingAdder(const ir::SourceProgram& source, const SourceMap& sources, Inventory& out)
      : source_(source), sources_(sources), out_(out) {}

  void Add(const ir::SourceMapping& mapping) {
    const ir::Field& field = source_.program->schema.fields[mapping.field];
    CoveredStatement& statement = out_.statements.emplace_back();
    statement.kind = CoveredStatement::Kind::kMapping;
    statement.title = fmt::format("source {} field {}", source_.name, field.path);
    statement.span = mapping.span;
    statement.sources = &sources_;
    AddObjective(statement, "it gives a value");
    if (mapping.constant) {
      return;
    }
    AddObjective(statement, "nothing is there");
    if (MayFail(mapping, field.type)) {
      AddObjective(statement, "what is there does not convert");
    } else {
      statement.parts.push_back(ir::kNone);
    }
    if (mapping.places.size() > 1) {
      for (const std::uint32_t place : mapping.places) {
        AddArm(statement, source_.places[place], "it comes from");
      }
    }
    // What the items of a list were read from is not kept one by one.
    for (std::size_t i = 0; field.type.kind != TypeKind::kList && i < mapping.cases.size(); ++i) {
      AddArm(statement, mapping.cases[i].text, "it says");
    }
  }

 private:
  void AddObjective(CoveredStatement& statement, std::string text) {
    statement.parts.push_back(static_cast<ObjectiveId>(out_.objectives.size()));
    out_.objectives.push_back({Measure::kSource,
                               static_cast<std::uint32_t>(out_.statements.size() - 1),
                               statement.span, std::move(text)});
  }

  void AddArm(CoveredStatement& statement, const std::string& arm, std::string_view how) {
    AddObjective(statement, fmt::format("{} `{}`", how, arm));
    statement.arms.push_back(arm);
  }

  const ir::SourceProgram& source_;
  const SourceMap& sources_;
  Inventory& out_;
};

// Texts, codes and names are handed on, and the rules for all leads have the last word.
bool IsRefused(const FieldOrigin& origin, const Lead& lead) {
  if (lead.errors.empty()) {
    return lead.fields[origin.field].cause == Cause::kInvalid;
  }
  return origin.is_given &&
         std::any_of(lead.errors.begin(), lead.errors.end(),
                     [&](const FieldError& error) { return error.path == origin.path; });
}

}  // namespace

void AddMappings(const ir::SourceProgram& source, const SourceMap& sources, Inventory& inventory) {
  MappingAdder adder(source, sources, inventory);
  for (const ir::SourceMapping& mapping : source.mappings) {
    adder.Add(mapping);
  }
}

std::vector<ObjectiveId> ReachedBy(const CoveredStatement& mapping, const FieldOrigin& origin,
                                   const Lead& lead) {
  const bool failed = origin.failed || IsRefused(origin, lead);
  // A value, nothing, no conversion.
  constexpr std::size_t kStates = 3;
  const std::size_t state = failed ? 2 : origin.is_given ? 0 : 1;
  std::vector<ObjectiveId> reached;
  if (state < mapping.parts.size() && mapping.parts[state] != ir::kNone) {
    reached.push_back(mapping.parts[state]);
  }
  for (std::size_t arm = 0; origin.is_given && !failed && arm < mapping.arms.size(); ++arm) {
    if (origin.place == mapping.arms[arm] ||
        (origin.seen == mapping.arms[arm] && origin.rule != CellRule::kReading)) {
      reached.push_back(mapping.parts[kStates + arm]);
    }
  }
  return reached;
}

}  // namespace lq::testkit
