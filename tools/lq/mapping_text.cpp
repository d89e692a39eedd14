#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "runtime/value/text.h"
#include "runtime/value/values.h"
#include "tools/lq/mapping_format.h"
#include "tools/lq/tally.h"
#include "tools/lq/unmapped_table.h"

namespace lq::tool {
namespace {

constexpr std::size_t kShownCodePoints = 60;

std::string Shown(std::string_view text) {
  const std::string_view shown = Prefix(text, kShownCodePoints);
  return fmt::format("\"{}{}\"", shown, shown.size() < text.size() ? "…" : "");
}

// For people: one row a field.
class MappingText : public MappingFormat {
 public:
  explicit MappingText(const plan::SourcePlan& source) : source_(source) {}

  std::string Lead(const MappedLead& mapped) override {
    std::string out =
        fmt::format("{}lead {}{}: {}\n", mapped.number == 1 ? "" : "\n", mapped.number,
                    NameOf(mapped.lead), mapped.lead.errors.empty() ? "accepted" : "rejected");
    if (mapped.mapper != nullptr) {
      out += Table(mapped);
    }
    for (const FieldError& error : mapped.lead.errors) {
      out += fmt::format("  error ({}) {}\n", error.code, error.message);
    }
    if (mapped.lead.errors.empty()) {
      if (mapped.mapper->found_nothing()) {
        out += "  nothing of what the source reads is in it; does another system send this?\n";
      }
      out += fmt::format("  {}\n", mapped.mapper->Canonical());
    }
    return out;
  }

  std::string Footer(const UnmappedNames& unmapped, std::uint64_t empty_payloads) override {
    std::string out;
    if (!unmapped.empty()) {
      out += "\n" + UnmappedTable(unmapped);
    }
    if (empty_payloads > 0) {
      out += fmt::format("\npayloads without a lead: {}\n", Grouped(empty_payloads));
    }
    return out;
  }

 private:
  struct Row {
    std::string_view field;
    std::string value;
    std::string from;
  };

  static std::string NameOf(const lq::Lead& lead) {
    return lead.id.empty() ? "" : fmt::format(" {}", Shown(lead.id));
  }

  std::string Table(const MappedLead& mapped) const {
    std::vector<Row> rows;
    std::size_t fields = 0;
    std::size_t values = 0;
    for (const FieldOrigin& origin : mapped.mapper->Origins()) {
      rows.push_back({origin.path, Value(mapped, origin), From(origin)});
      fields = std::max(fields, CountCodePoints(origin.path));
      values = std::max(values, CountCodePoints(rows.back().value));
    }
    std::string text;
    for (const Row& row : rows) {
      text += fmt::format("  {:<{}}  {:<{}}  {}\n", row.field, fields, row.value, values, row.from);
    }
    return text;
  }

  // What intake made of it, when it took the lead; else what the source made of it.
  static std::string Value(const MappedLead& mapped, const FieldOrigin& origin) {
    if (origin.failed) {
      return "?";
    }
    if (!origin.is_constant && !origin.is_given) {
      return "-";
    }
    std::string text;
    if (!mapped.lead.errors.empty()) {
      text = origin.value;
    } else if (mapped.lead.fields[origin.field].missing()) {
      text = "-";
    } else {
      AppendPossibleText(mapped.schema.fields[origin.field].type, mapped.lead.fields[origin.field],
                         text);
    }
    return text;
  }

  std::string From(const FieldOrigin& origin) const {
    if (origin.is_constant) {
      return "constant";
    }
    const std::string place = fmt::format("\"{}\"", origin.place);
    if (!origin.is_given) {
      return fmt::format("{}: nothing is given", place);
    }
    const std::string seen =
        origin.seen.empty() ? place : fmt::format("{} = {}", place, Shown(origin.seen));
    if (origin.failed) {
      return seen + ", does not convert";
    }
    switch (origin.rule) {
      case CellRule::kReading:
        return seen;
      case CellRule::kWhere:
        return seen + ", by `where`";
      case CellRule::kBand:
        return seen + ", by `band`";
      case CellRule::kFunction:
        return seen + ", by " + FunctionOf(origin);
    }
    return seen;
  }

  std::string FunctionOf(const FieldOrigin& origin) const {
    for (const plan::SourceField& field : source_.fields) {
      if (field.field == origin.field && field.by) {
        return fmt::format("`{}`", field.by->name());
      }
    }
    return "";
  }

  const plan::SourcePlan& source_;
};

}  // namespace

std::unique_ptr<MappingFormat> MakeMappingText(const plan::SourcePlan& source) {
  return std::make_unique<MappingText>(source);
}

}  // namespace lq::tool
