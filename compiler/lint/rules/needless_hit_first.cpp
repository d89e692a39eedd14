#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/conditions.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/subject_set.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

// The cells of a row that name a set of values.
std::vector<SubjectSet> CellsOf(const ir::Program& program, ir::CondId row) {
  std::vector<SubjectSet> cells;
  const ir::Cond& cond = program.conds[row];
  const bool several = cond.op == ir::CondOp::kAnd;
  for (const ir::CondId part : several ? PartsOf(program, cond) : std::vector<ir::CondId>{row}) {
    if (std::optional<SubjectSet> set = SetOf(program, part))
      cells.push_back(std::move(*set));
  }
  return cells;
}

bool Apart(const std::vector<SubjectSet>& a, const std::vector<SubjectSet>& b) {
  return std::any_of(a.begin(), a.end(), [&](const SubjectSet& one) {
    return std::any_of(b.begin(), b.end(), [&](const SubjectSet& other) {
      return one.subject == other.subject && Intersection(one.passing, other.passing).empty();
    });
  });
}

// Every row is held against every other; of larger tables nothing is said.
constexpr std::size_t kMostRows = 500;

// Each two rows differ in some column, so that their order does not matter.
bool AllApart(const ir::Program& program, const std::vector<ir::CondId>& rows) {
  std::vector<std::vector<SubjectSet>> cells;
  for (const ir::CondId row : rows) {
    cells.push_back(CellsOf(program, row));
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      if (!Apart(cells[i], cells.back()))
        return false;
    }
  }
  return rows.size() > 1;
}

// Scores, tables and lookups can be columns under `hit first` only.
bool ReadsFieldsOnly(const ir::Program& program, const std::vector<ir::CondId>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](ir::CondId row) {
    const ir::Cond& cond = program.conds[row];
    const bool several = cond.op == ir::CondOp::kAnd;
    const std::vector<ir::CondId> parts =
        several ? PartsOf(program, cond) : std::vector<ir::CondId>{row};
    return std::all_of(parts.begin(), parts.end(), [&](ir::CondId part) {
      const ir::ExprId left = program.conds[part].left;
      if (left == ir::kNone)
        return true;
      const ir::ExprOp op = program.exprs[left].op;
      return op != ir::ExprOp::kScore && op != ir::ExprOp::kTable && op != ir::ExprOp::kLookup;
    });
  });
}

std::vector<ir::CondId> RowsOf(const ir::Program& program, std::string_view name, bool rules) {
  std::vector<ir::CondId> rows;
  for (const ir::Rule& rule : program.rules) {
    if (rules && rule.table != ir::kNone && rule.name == name)
      rows.push_back(rule.when);
  }
  for (const ir::Table& table : program.tables) {
    for (const ir::TableRow& row : table.rows) {
      if (!rules && table.name == name)
        rows.push_back(row.when);
    }
  }
  return rows;
}

}  // namespace

void NeedlessHitFirst(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    ForEach<syntax::TableDeclaration>(*policy.unit, [&](const syntax::TableDeclaration& table) {
      if (!table.hit_first)
        return;
      const std::vector<ir::CondId> rows = RowsOf(*policy.program, table.name.text, table.is_rules);
      if (rows.size() > kMostRows || !ReadsFieldsOnly(*policy.program, rows) ||
          !AllApart(*policy.program, rows))
        return;
      Diagnostic& report = findings.Add(
          table.hit_span, fmt::format("no two rows of `{}` hold for one lead, so which comes first "
                                      "does not matter",
                                      table.name.text));
      report.help =
          "leave out `hit first`: then a row added later that overlaps is a mistake that "
          "`lq check` finds";
    });
  }
}

}  // namespace lq::lint
