#include "tests/differential/generator/tables.h"

#include <algorithm>
#include <optional>
#include <set>

#include "tests/differential/generator/conditions.h"
#include "tests/differential/generator/strength.h"

namespace lq::test {
namespace {

struct Cells {
  std::vector<std::string> columns;
  // One a row, a cell a column.
  std::vector<std::vector<std::string>> rows;
  // Every lead meets a row.
  bool complete = false;
};

// ---- Unique tables: the first column's cells exclude each other
// ----------------------------------------

std::vector<std::string> SplitOrdered(Draft& draft, const Operand& operand) {
  const TypeModel& type = operand.type;
  std::set<std::int64_t> cuts;
  for (int i = 0; i < 3; ++i) {
    const std::int64_t cut = RandomValue(type, draft.random).number;
    if (cut > type.low) {
      cuts.insert(cut);
    }
  }
  const auto literal = [&](std::int64_t number) { return LiteralText(type, {number, "", {}}); };
  std::vector<std::string> cells;
  std::int64_t from = type.low;
  for (const std::int64_t cut : cuts) {
    cells.push_back(from == type.low ? "less than " + literal(cut)
                                     : "between " + literal(from) + " and " + literal(cut - 1));
    from = cut;
  }
  cells.push_back("at least " + literal(from));
  return cells;
}

std::vector<std::string> SplitNames(Draft& draft, const TypeModel& type) {
  std::vector<std::string> names = type.names;
  draft.random.Shuffle(names);
  const std::size_t cut = 1 + draft.random.Below(names.size() - 1);
  std::string first = names[0];
  for (std::size_t i = 1; i < cut; ++i) {
    first += ", " + names[i];
  }
  std::vector<std::string> cells = {"in [" + first + "]"};
  for (std::size_t i = cut; i < names.size(); ++i) {
    cells.push_back(draft.Chance(50) ? names[i] : "is " + names[i]);
  }
  return cells;
}

bool CanSplit(const Operand& operand) {
  const bool readable =
      operand.kind == Operand::Kind::kField || operand.kind == Operand::Kind::kDerived;
  const TypeKind kind = operand.type.kind;
  const bool number = kind == TypeKind::kInteger || kind == TypeKind::kDecimal ||
                      kind == TypeKind::kMoney || kind == TypeKind::kPercent;
  return readable && (kind == TypeKind::kYesNo || kind == TypeKind::kEnum || number);
}

std::vector<std::string> SplitCells(Draft& draft, const Operand& operand) {
  if (operand.type.kind == TypeKind::kYesNo) {
    return {"yes", "no"};
  }
  return operand.type.kind == TypeKind::kEnum ? SplitNames(draft, operand.type)
                                              : SplitOrdered(draft, operand);
}

std::vector<Operand> Splitters(const Draft& draft) {
  std::vector<Operand> splitters;
  for (const Operand& operand : draft.operands) {
    if (CanSplit(operand)) {
      splitters.push_back(operand);
    }
  }
  return splitters;
}

std::string AnyOrTail(Draft& draft, const Operand& operand, int any) {
  if (draft.Chance(any)) {
    draft.coverage.Count("cell any");
    return "any";
  }
  return RandomTail(draft, operand, true);
}

// A further column of a unique table: its field or derived value.
void AddLooseColumn(Draft& draft, Cells& cells) {
  const Operand& operand = draft.random.Pick(draft.operands);
  if (operand.kind != Operand::Kind::kField && operand.kind != Operand::Kind::kDerived) {
    return;
  }
  cells.columns.push_back(operand.text);
  for (std::vector<std::string>& row : cells.rows) {
    row.push_back(AnyOrTail(draft, operand, 60));
    cells.complete = cells.complete && row.back() == "any";
  }
}

Cells UniqueCells(Draft& draft) {
  const Operand splitter = draft.random.Pick(Splitters(draft));
  Cells cells;
  cells.columns.push_back(splitter.text);
  cells.complete = true;
  for (const std::string& cell : SplitCells(draft, splitter)) {
    if (!cells.rows.empty() && draft.Chance(15)) {
      cells.complete = false;
    } else {
      cells.rows.push_back({cell});
    }
  }
  if (splitter.optional && draft.options.absence && draft.Chance(15)) {
    draft.coverage.Count("cell missing");
    cells.rows.push_back({"missing"});
  }
  if (draft.Chance(40)) {
    AddLooseColumn(draft, cells);
  }
  draft.random.Shuffle(cells.rows);
  return cells;
}

// ---- First tables: any cells
// ---------------------------------------------------------------------------

std::string FirstCell(Draft& draft, const Operand& operand) {
  if (operand.optional && draft.options.absence && draft.Chance(8)) {
    const bool known = draft.Chance(50);
    draft.coverage.Count(known ? "cell known" : "cell missing");
    return known ? "known" : "missing";
  }
  return AnyOrTail(draft, operand, 25);
}

void AddDefineColumn(Draft& draft, Cells& cells) {
  draft.coverage.Count("a define as a column");
  cells.columns.push_back(draft.random.Pick(draft.defines));
  for (std::vector<std::string>& row : cells.rows) {
    row.push_back(std::string(draft.Pick({"yes", "no", "any"})));
  }
}

void CountColumn(Draft& draft, const Operand& operand) {
  if (operand.kind == Operand::Kind::kScore) {
    draft.coverage.Count("a score as a column");
  } else if (operand.kind == Operand::Kind::kTable || operand.kind == Operand::Kind::kLookup) {
    draft.coverage.Count("a table as a column");
  }
}

Cells FirstCells(Draft& draft) {
  Cells cells;
  cells.rows.resize(1 + draft.random.Below(4));
  const std::size_t columns = 1 + draft.random.Below(3);
  for (std::size_t i = 0; i < columns; ++i) {
    if (!draft.defines.empty() && draft.Chance(12)) {
      AddDefineColumn(draft, cells);
      continue;
    }
    const Operand operand = draft.random.Pick(draft.operands);
    CountColumn(draft, operand);
    cells.columns.push_back(operand.text);
    for (std::vector<std::string>& row : cells.rows) {
      row.push_back(FirstCell(draft, operand));
    }
  }
  return cells;
}

// ---- Both
// ----------------------------------------------------------------------------------------------

std::string RowText(const std::vector<std::string>& cells) {
  std::string out = "  |";
  for (const std::string& cell : cells) {
    out += " " + cell + " |";
  }
  return out + "\n";
}

std::string Assumption(Draft& draft) {
  if (!draft.options.absence || !draft.Chance(15)) {
    return "";
  }
  draft.coverage.Count("a table that assumes no");
  return "  if unknown assume no\n";
}

TypeModel ResultType(Draft& draft) {
  TypeModel type;
  switch (draft.random.Below(6)) {
    case 0:
      type.kind = TypeKind::kInteger;
      type.low = -5;
      type.high = 500;
      break;
    case 1:
      type.kind = TypeKind::kText;
      break;
    case 2:
      break;
    case 3:
      type.kind = TypeKind::kCountry;
      break;
    default:
      type.kind = TypeKind::kEnum;
      type.enum_name = "tier_kind";
      type.names = {"low_tier", "mid_tier", "top_tier"};
      type.labels.resize(3);
      type.high = 2;
      break;
  }
  return type;
}

void AddResult(Draft& draft, Operand::Kind kind, const std::string& name, const TypeModel& type) {
  Operand operand;
  operand.kind = kind;
  operand.text = name;
  operand.type = type;
  draft.operands.push_back(operand);
  if (draft.Chance(60)) {
    draft.outputs.push_back(name);
  }
}

// Whether the first row that holds hits; without a column to split, rows would overlap.
bool HitFirst(Draft& draft) { return draft.Chance(50) || Splitters(draft).empty(); }

Cells RandomCells(Draft& draft, bool first) {
  draft.coverage.Count(first ? "hit first" : "hit unique");
  return first ? FirstCells(draft) : UniqueCells(draft);
}

}  // namespace

void DraftTable(Draft& draft, const std::string& name) {
  const bool first = HitFirst(draft);
  Cells cells = RandomCells(draft, first);
  const TypeModel type = ResultType(draft);
  draft.coverage.Count("table");
  const std::string assumption = Assumption(draft);
  std::string text = "table " + name + " gives " + TypeText(type) + (first ? " hit first" : "") +
                     "\n" + assumption;
  cells.columns.push_back(name);
  text += RowText(cells.columns);
  for (std::vector<std::string>& row : cells.rows) {
    row.push_back(LiteralText(type, RandomValue(type, draft.random)));
    text += RowText(row);
  }
  if (cells.complete && assumption.empty() && draft.Chance(60)) {
    draft.coverage.Count("a table without otherwise");
  } else {
    text += "  otherwise " + LiteralText(type, RandomValue(type, draft.random));
  }
  draft.Add(Statement::File::kPolicy, text);
  AddResult(draft, Operand::Kind::kTable, name, type);
}

void DraftRulesTable(Draft& draft, const std::string& name) {
  const bool first = HitFirst(draft);
  Cells cells = RandomCells(draft, first);
  draft.coverage.Count("rules table");
  const bool strength = draft.Chance(60);
  std::string text = "rules table " + name + (first ? " hit first" : "") + "\n" + Assumption(draft);
  cells.columns.push_back("choose");
  if (strength) {
    draft.coverage.Count("a column strength");
    cells.columns.push_back("strength");
  }
  cells.columns.push_back("reason");
  text += RowText(cells.columns);
  for (std::vector<std::string>& row : cells.rows) {
    row.push_back(draft.random.Pick(draft.outcomes));
    if (strength) {
      row.push_back(RandomStrength(draft));
    }
    row.push_back(ReasonCode(draft));
    text += RowText(row);
  }
  draft.Add(Statement::File::kPolicy, text);
}

namespace {

struct LookupKeyModel {
  const FieldModel* field = nullptr;
  std::string column;
};

std::vector<LookupKeyModel> LookupKeys(Draft& draft) {
  std::vector<LookupKeyModel> keys;
  for (const FieldModel& field : draft.program.fields) {
    const TypeKind kind = field.type.kind;
    const bool suits = !field.is_protected && kind != TypeKind::kList &&
                       kind != TypeKind::kInstant && kind != TypeKind::kMoney;
    if (suits && keys.size() < 2 && draft.Chance(40)) {
      const bool renamed = draft.Chance(30);
      keys.push_back({&field, renamed ? "Key " + std::to_string(keys.size()) : field.path});
      draft.coverage.Count(renamed ? "a key with a header" : "a key by its field");
    }
  }
  return keys;
}

std::string LookupFile(Draft& draft, const std::string& name,
                       const std::vector<LookupKeyModel>& keys, const TypeModel& type) {
  std::string csv;
  for (const LookupKeyModel& key : keys) {
    csv += key.column + ",";
  }
  csv += name + "\n";
  std::set<std::string> taken;
  const std::size_t rows = 1 + draft.random.Below(draft.Chance(5) ? 200 : 8);
  for (std::size_t i = 0; i < rows; ++i) {
    std::string row;
    for (const LookupKeyModel& key : keys) {
      row += CellText(key.field->type, RandomValue(key.field->type, draft.random)) + ",";
    }
    if (taken.insert(row).second) {
      csv += row + CellText(type, RandomValue(type, draft.random)) + "\n";
    }
  }
  return csv;
}

}  // namespace

void DraftLookup(Draft& draft, const std::string& name) {
  const std::vector<LookupKeyModel> keys = LookupKeys(draft);
  if (keys.empty()) {
    return;
  }
  const TypeModel type = ResultType(draft);
  draft.program.tables[name + ".csv"] = LookupFile(draft, name, keys, type);
  std::string text = "lookup " + name + " from \"" + name + ".csv\" key ";
  for (const LookupKeyModel& key : keys) {
    const bool renamed = key.column != key.field->path;
    text += (&key == &keys.front() ? "" : ", ") + key.field->path +
            (renamed ? " as \"" + key.column + "\"" : "");
  }
  text += " gives " + TypeText(type) + " otherwise " +
          LiteralText(type, RandomValue(type, draft.random));
  // The enum is the policy's own.
  const bool in_library = type.kind != TypeKind::kEnum && draft.Chance(25);
  draft.coverage.Count(in_library ? "a lookup of a library" : "a lookup of the policy");
  draft.Add(in_library ? Statement::File::kLibrary : Statement::File::kPolicy, text);
  AddResult(draft, Operand::Kind::kLookup, name, type);
}

}  // namespace lq::test
