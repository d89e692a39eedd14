#include <fmt/format.h>

#include "compiler/check/assume.h"
#include "compiler/check/limits.h"
#include "compiler/check/row_conflicts.h"
#include "compiler/check/statements.h"
#include "compiler/check/table_columns.h"

namespace lq::check {
namespace {

using CellKind = syntax::Cell::Kind;

bool CheckLayout(Context& context, const syntax::TableDeclaration& table) {
  // Without a header it has been reported.
  if (table.columns.empty() || table.columns.back().text == table.name.text)
    return !table.columns.empty();
  Diagnostic& report =
      context.Report(DiagnosticKind::kTableColumns, table.header_span,
                     fmt::format("the last column of the table `{}` is not called `{}`",
                                 table.name.text, table.name.text));
  report.primary.text = "the last column must bear the table's name";
  report.notes.push_back("What a row gives stands in its last cell.");
  report.help = fmt::format("end the columns with `| {} |`", table.name.text);
  return false;
}

class ValueTableChecker {
 public:
  ValueTableChecker(Context& context, const syntax::TableDeclaration& table, std::uint32_t index)
      : context_(context), declaration_(table), index_(index) {}

  void Check() {
    // What stays of a table that is wrong: its type.
    ir::Table table = context_.program->tables[index_];
    table.hit_first = declaration_.hit_first;
    table.assume = AssumeOf(declaration_.assume);
    if (declaration_.otherwise)
      table.otherwise = ValueOf(table.type, *declaration_.otherwise);
    if (CheckLayout(context_, declaration_) &&
        CheckNotEmpty(context_, declaration_, declaration_.columns.size() - 1) && HasRoom()) {
      AddRows(table);
    }
    context_.program->tables[index_] = std::move(table);
  }

 private:
  bool HasRoom() {
    if (declaration_.rows.size() <= kMaxRules)
      return true;
    ReportTooMany(context_, declaration_.rows[kMaxRules].span, kMaxRules, "rows in one table");
    return false;
  }

  ir::ExprId ValueOf(const Type& type, const syntax::Expr& value) {
    const Expected expected{&type,
                            fmt::format("the table `{}`", declaration_.name.text),
                            {},
                            declaration_.gives ? declaration_.gives->span : Span{}};
    return CheckConstantExpression(context_, value, expected);
  }

  ir::ExprId CellValue(const Type& type, const syntax::Cell& cell) {
    if (cell.kind == CellKind::kEmpty)
      return ir::kNone;
    if (cell.kind == CellKind::kValue)
      return ValueOf(type, cell.expr);
    ReportCell(context_, cell, "the cell gives no value", "a value must stand here",
               "write one value of the table's type");
    return ir::kNone;
  }

  void AddRows(ir::Table& table) {
    const std::size_t tests = declaration_.columns.size() - 1;
    const std::vector<TestColumn> columns = CheckTestColumns(context_, declaration_, tests);
    TableRows rows{declaration_.name, declaration_.header_span, table.assume, {}};
    for (const syntax::TableRow& row : declaration_.rows) {
      if (!CheckRowWidth(context_, declaration_, row))
        continue;
      const ir::CondId when = CheckRowTests(context_, columns, row);
      table.rows.push_back({when, CellValue(table.type, row.cells[tests]), row.span});
      rows.rows.push_back({when, row.span});
    }
    if (rows.rows.size() != declaration_.rows.size())
      return;
    if (!table.hit_first)
      ReportOverlaps(context_, rows);
    if (!declaration_.otherwise)
      ReportGap(context_, rows);
  }

  Context& context_;
  const syntax::TableDeclaration& declaration_;
  std::uint32_t index_;
};

}  // namespace

void CheckValueTable(Context& context, const syntax::TableDeclaration& table, std::uint32_t index) {
  ValueTableChecker(context, table, index).Check();
}

}  // namespace lq::check
