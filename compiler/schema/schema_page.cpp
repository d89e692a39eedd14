#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "compiler/ir/type_text.h"
#include "compiler/schema/schema_export.h"

namespace lq {
namespace {

// Text for a cell of a table in Markdown.
std::string Cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|").find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string Presence(const ir::Field& field) {
  std::string text = field.required ? "required" : "optional";
  text += field.identifies ? ", identifies the lead" : "";
  return text + (field.is_protected ? ", carried only: no rule may read it" : "");
}

std::string Notes(const ir::Field& field) {
  std::vector<std::string> notes;
  if (!field.question.empty()) {
    notes.push_back(Cell(field.question));
  }
  if (!field.sources.empty()) {
    notes.push_back(fmt::format("reported by {}; if they disagree, {}",
                                Cell(fmt::format("{}", fmt::join(field.sources, ", "))),
                                field.keep_both ? "all count" : "the first counts"));
  }
  if (field.stale_after_days) {
    notes.push_back(fmt::format("stale after {} days", *field.stale_after_days));
  }
  if (field.invalid_is_missing) {
    notes.push_back("what does not fit counts as missing");
  }
  return fmt::format("{}", fmt::join(notes, "; "));
}

std::string FieldTable(const ir::Schema& schema) {
  std::string rows = "| field | type | | notes |\n|---|---|---|---|\n";
  for (const ir::Field& field : schema.fields) {
    rows += fmt::format("| `{}` | {} | {} | {} |\n", field.path, Cell(ir::TypeText(field.type)),
                        Presence(field), Notes(field));
  }
  return rows;
}

std::string EnumTable(const Enum& enumeration) {
  std::string rows =
      fmt::format("\n### {}\n\n| value | also accepted{} |\n|---|---|\n", enumeration.name,
                  enumeration.ignoring_case ? " (upper and lower case count alike)" : "");
  for (const Enum::Member& member : enumeration.members) {
    rows += fmt::format("| `{}` | {} |\n", member.name,
                        Cell(fmt::format("{}", fmt::join(member.labels, ", "))));
  }
  return rows;
}

std::string EnumTables(const ir::Schema& schema) {
  std::string tables;
  std::set<const Enum*> shown;
  for (const ir::Field& field : schema.fields) {
    const Enum* enumeration = field.type.enumeration;
    if (enumeration != nullptr && shown.insert(enumeration).second) {
      tables += EnumTable(*enumeration);
    }
  }
  return tables.empty() ? "" : "\n## Values\n" + tables;
}

constexpr std::string_view kHowToWrite = R"(
## How to write a value

A lead is one JSON object; `a.b` is the member `b` of the object `a`. `$id` holds the lead's id.
Of a value that is missing, leave the member out, or write `null` or `""`.

| what is known | written |
|---|---|
| one value | `25`, `"DE"`, `true`, `"2026-07-01"`, `{"amount": "5999.99", "currency": "EUR"}` |
| one of several | `{"one_of": ["DE", "AT"]}` |
| a band of numbers, amounts or dates | `{"from": 51, "to": 200}`, `{"from": 51}` |
| what sources say | `{"reports": [{"value": 24, "source": "crm", "at": "2026-07-01T10:00:00Z"}]}` |
)";

}  // namespace

std::string SchemaPage(const ir::Schema& schema) {
  return fmt::format("# {}, version {}\n\n{}\nKeys that are not listed {}.\n{}{}",
                     Cell(schema.name), schema.version, FieldTable(schema),
                     schema.reject_unknown ? "reject the lead" : "are ignored and counted",
                     EnumTables(schema), kHowToWrite);
}

}  // namespace lq
