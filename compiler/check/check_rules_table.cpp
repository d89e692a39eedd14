#include "compiler/check/check_rules_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/assume.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/check_strength.h"
#include "compiler/check/row_conflicts.h"
#include "compiler/check/table_columns.h"

namespace lq::check {
namespace {

using syntax::ExprKind;
using CellKind = syntax::Cell::Kind;

// Where the columns that choose stand.
struct Layout {
  std::size_t tests = 0;
  bool has_strength = false;

  std::size_t choose() const { return tests; }
  std::size_t strength() const { return tests + 1; }
  std::size_t reason() const { return tests + (has_strength ? 2 : 1); }
};

// Nothing, and reported, when the last columns are not choose, strength (optional) and reason.
std::optional<Layout> CheckLayout(Context& context, const syntax::TableDeclaration& table) {
  // Without a header it has been reported.
  if (table.columns.empty())
    return std::nullopt;
  std::vector<std::string_view> names;
  for (const syntax::Name& column : table.columns)
    names.push_back(column.text);
  const auto choose = std::find(names.begin(), names.end(), "choose");
  const std::vector<std::string_view> last(choose, names.end());
  const bool has_strength = last == std::vector<std::string_view>{"choose", "strength", "reason"};
  if (has_strength || last == std::vector<std::string_view>{"choose", "reason"}) {
    return Layout{static_cast<std::size_t>(choose - names.begin()), has_strength};
  }
  Diagnostic& report = context.Report(
      DiagnosticKind::kTableColumns, table.header_span,
      fmt::format("the last columns of the rules table `{}` do not say what its rows choose",
                  table.name.text));
  report.primary.text = "must end with `choose`, `strength` (or not) and `reason`";
  report.help = "end the columns with `| choose | strength | reason |` or `| choose | reason |`";
  return std::nullopt;
}

void CheckClauses(Context& context, const syntax::TableDeclaration& table) {
  if (!table.gives && !table.otherwise)
    return;
  const std::string_view clause = table.gives ? "gives" : "otherwise";
  Diagnostic& report = context.Report(DiagnosticKind::kTableClause,
                                      table.gives ? table.gives->span : table.otherwise->span,
                                      fmt::format("a rules table has no `{}`", clause));
  report.primary.text = "only a table of values has it";
  report.notes.push_back(
      "A rules table chooses outcomes; which one stands when none of its rows "
      "holds is said by `otherwise` of `outcomes`.");
  report.help = fmt::format("remove `{}`, or write `table` instead of `rules table`", clause);
}

std::optional<std::uint32_t> OutcomeOf(Context& context, const syntax::Cell& cell) {
  if (cell.kind == CellKind::kEmpty)
    return std::nullopt;
  if (cell.kind == CellKind::kValue && cell.expr.kind == ExprKind::kName) {
    return ResolveOutcome(context, {cell.expr.text, cell.expr.span});
  }
  ReportCell(context, cell, "the cell chooses no outcome", "an outcome must stand here",
             fmt::format("write one of {}", Quoted(context.outcomes.names())));
  return std::nullopt;
}

std::optional<std::int32_t> StrengthOf(Context& context, const syntax::Cell& cell) {
  if (cell.kind == CellKind::kStrength)
    return CheckStrength(context, cell.strength);
  if (cell.kind == CellKind::kEmpty)
    return std::nullopt;
  ReportCell(context, cell, "the cell holds no strength", "a strength must stand here",
             "write a word (`weakly`, `fairly`, `strongly`, `decisively`), "
             "`with confidence 90%` or `by 4 points`");
  return std::nullopt;
}

std::string ReasonOf(Context& context, const syntax::Cell& cell) {
  if (cell.kind == CellKind::kEmpty)
    return {};
  if (cell.kind == CellKind::kValue && cell.expr.kind == ExprKind::kCode)
    return cell.expr.text;
  ReportCell(context, cell, "the cell holds no reason code", "a reason code must stand here",
             "write a code in capital letters, such as `BIG_ACCOUNT`");
  return {};
}

class RowsChecker {
 public:
  RowsChecker(Context& context, const syntax::TableDeclaration& table, Layout layout,
              std::uint32_t index)
      : context_(context),
        table_(table),
        layout_(layout),
        index_(index),
        columns_(CheckTestColumns(context, table, layout.tests)) {}

  void Check() {
    TableRows rows{table_.name, table_.header_span, AssumeOf(table_.assume), {}};
    for (const syntax::TableRow& row : table_.rows) {
      if (!CheckRowWidth(context_, table_, row))
        continue;
      context_.program->rules.push_back(MakeRow(row));
      ++context_.program->rules_tables[index_].count;
      rows.rows.push_back({context_.program->rules.back().when, row.span});
    }
    const bool complete = rows.rows.size() == table_.rows.size();
    if (!table_.hit_first && complete)
      ReportOverlaps(context_, rows);
  }

 private:
  ir::Rule MakeRow(const syntax::TableRow& row) {
    ir::Rule rule;
    rule.name = table_.name.text;
    rule.row = context_.program->rules_tables[index_].count + 1;
    rule.table = index_;
    rule.span = row.span;
    const std::optional<std::uint32_t> outcome = OutcomeOf(context_, row.cells[layout_.choose()]);
    rule.outcome = outcome.value_or(0);
    const std::int32_t needs = outcome ? context_.program->outcomes[*outcome].needs : 0;
    const std::optional<std::int32_t> strength =
        layout_.has_strength ? StrengthOf(context_, row.cells[layout_.strength()]) : std::nullopt;
    rule.strength = strength.value_or(DefaultStrength(needs));
    rule.reason = ReasonOf(context_, row.cells[layout_.reason()]);
    rule.when = CheckRowTests(context_, columns_, row);
    rule.assume = AssumeOf(table_.assume);
    return rule;
  }

  Context& context_;
  const syntax::TableDeclaration& table_;
  Layout layout_;
  std::uint32_t index_;
  std::vector<TestColumn> columns_;
};

}  // namespace

void CheckRulesTable(Context& context, const syntax::TableDeclaration& table) {
  const auto index = static_cast<std::uint32_t>(context.program->rules_tables.size());
  const auto first = static_cast<std::uint32_t>(context.program->rules.size());
  context.program->rules_tables.push_back({table.name.text, table.hit_first, first, 0});
  CheckClauses(context, table);
  const std::optional<Layout> layout = CheckLayout(context, table);
  if (!layout || !CheckNotEmpty(context, table, layout->tests))
    return;
  RowsChecker(context, table, *layout, index).Check();
}

}  // namespace lq::check
