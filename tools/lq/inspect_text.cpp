#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/ir/type_text.h"
#include "runtime/value/date.h"
#include "tools/lq/inspect_page.h"
#include "tools/lq/text_columns.h"

namespace lq::tool {
namespace {

using Kind = DecisionGraph::Kind;

class InspectWriter {
 public:
  InspectWriter(const ir::Program& program, const Inspection& inspection)
      : program_(program), inspection_(inspection) {}

  std::string Run() {
    Head();
    Outcomes();
    Fields();
    Reasons();
    Values();
    Parameters();
    Content();
    Absence();
    return std::move(out_);
  }

 private:
  void Section(std::string_view title, const TextColumns& columns) { out_ += columns.Below(title); }

  void Head() {
    out_ += fmt::format("policy {} version {}\n  {}\n  schema {} version {}\n  {}, {}, {}\n",
                        program_.policy, program_.version, program_.hash, program_.schema.name,
                        program_.schema.version, Count(program_.rules.size(), "rule"),
                        program_.evidence.size() == 1
                            ? "1 piece of evidence"
                            : fmt::format("{} pieces of evidence", program_.evidence.size()),
                        Count(program_.guards.size(), "guard"));
  }

  void Outcomes() {
    TextColumns columns;
    for (std::uint32_t i = 0; i < program_.outcomes.size(); ++i) {
      const auto rules = std::count_if(program_.rules.begin(), program_.rules.end(),
                                       [&](const ir::Rule& rule) { return rule.outcome == i; });
      columns.Add({program_.outcomes[i].name, "needs " + Percent(program_.outcomes[i].needs),
                   Count(static_cast<std::size_t>(rules), "rule"),
                   i == program_.otherwise_outcome ? "otherwise this" : ""});
    }
    columns.Add({program_.undecided, "when undecided"});
    columns.Add({program_.doubtful, "when doubtful"});
    Section("Outcomes, strongest first", columns);
  }

  void Fields() {
    TextColumns read;
    TextColumns unread;
    for (const ir::Field& field : program_.schema.fields) {
      const auto readers = ReadersOf(inspection_.graph, Kind::kField, field.path);
      const std::string presence = fmt::format("{}{}", field.required ? "required" : "optional",
                                               field.is_protected ? ", protected" : "");
      if (readers.empty()) {
        unread.Add({field.path, ir::TypeText(field.type), presence});
      } else {
        read.Add({field.path, ir::TypeText(field.type), presence,
                  fmt::format("{}", fmt::join(readers, ", "))});
      }
    }
    Section("Fields that are read", read);
    Section("Fields that are not read", unread);
  }

  void Reasons() {
    TextColumns columns;
    for (const InspectedReason& reason : inspection_.reasons) {
      columns.Add({reason.code, fmt::format("{}", fmt::join(reason.from, ", ")),
                   reason.languages.empty()
                       ? "no text"
                       : fmt::format("text in {}", fmt::join(reason.languages, ", "))});
    }
    Section("Reasons", columns);
  }

  void Values() {
    TextColumns columns;
    for (const ir::Score& score : program_.scores) {
      columns.Add({"score " + score.name, fmt::format("from {} to {}", score.low, score.high),
                   Count(score.items.size(), "item")});
    }
    for (const ir::Table& table : program_.tables) {
      columns.Add(
          {"table " + table.name, ir::TypeText(table.type), Count(table.rows.size(), "row")});
    }
    for (const ir::Lookup& lookup : program_.lookups) {
      columns.Add(
          {"lookup " + lookup.name, ir::TypeText(lookup.type), Count(lookup.rows.size(), "row")});
    }
    for (const ir::Toggle& toggle : program_.toggles) {
      columns.Add({"toggle " + toggle.name, toggle.on ? "default on" : "default off"});
    }
    Section("Scores, tables, lookups, toggles", columns);
  }

  void Parameters() {
    TextColumns columns;
    for (const ir::Parameter& parameter : program_.parameters) {
      std::vector<std::string> periods;
      for (const ir::Period& period : parameter.periods) {
        std::string text = ir::ValueText(parameter.type, period.value);
        if (parameter.periods.size() > 1) {
          text += " from ";
          AppendDate(period.from, text);
        }
        periods.push_back(std::move(text));
      }
      columns.Add({parameter.name, fmt::format("{}", fmt::join(periods, ", "))});
    }
    Section("Parameters", columns);
  }

  void Content() {
    TextColumns columns;
    if (!program_.languages.empty()) {
      columns.Add({"languages", fmt::format("{}", fmt::join(program_.languages, ", "))});
    }
    std::vector<std::string> outputs;
    for (const ir::Output& output : program_.outputs) {
      outputs.push_back(output.name);
    }
    if (!outputs.empty()) {
      columns.Add({"outputs", fmt::format("{}", fmt::join(outputs, ", "))});
    }
    if (!program_.content.empty()) {
      columns.Add({"content", Count(program_.content.size(), "text")});
    }
    Section("Content", columns);
  }

  void Absence() {
    TextColumns columns;
    for (const std::string& title : inspection_.depends_on_absence) {
      columns.Add({title});
    }
    Section("Depends on absence: data that arrives later may change a settled decision", columns);
  }

  const ir::Program& program_;
  const Inspection& inspection_;
  std::string out_;
};

}  // namespace

std::string InspectText(const ir::Program& program, const Inspection& inspection) {
  return InspectWriter(program, inspection).Run();
}

}  // namespace lq::tool
