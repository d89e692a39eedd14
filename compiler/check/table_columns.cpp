#include "compiler/check/table_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/check_condition.h"

namespace lq::check {
namespace {

using CellKind = syntax::Cell::Kind;

void ReportSubject(Context& context, const syntax::Name& column, const Subject& subject,
                   std::string message, std::string help) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kTableColumnSubject, column.span, std::move(message));
  report.primary.text = "cannot be a column here";
  report.secondary.push_back({subject.declared, "declared here"});
  report.notes.push_back(
      "A column tests a field, a derived value or a condition; under `hit first` also a score, a "
      "table or a lookup.");
  report.help = std::move(help);
}

// What a subject is, where it can be a column only under `hit first`, or never; empty for the
// others.
std::string_view Restricted(const Context& context, const Subject& subject) {
  if (subject.kind == Subject::Kind::kToggle)
    return "a toggle";
  if (subject.kind != Subject::Kind::kValue)
    return {};
  switch (context.expr(subject.expr).op) {
    case ir::ExprOp::kScore:
      return "a score";
    case ir::ExprOp::kTable:
      return "a table";
    case ir::ExprOp::kLookup:
      return "a lookup";
    case ir::ExprOp::kParameter:
      return "a parameter";
    case ir::ExprOp::kToday:
    case ir::ExprOp::kNow:
    case ir::ExprOp::kConstant:
      return "the same for every lead";
    case ir::ExprOp::kField:
    case ir::ExprOp::kDerived:
    case ir::ExprOp::kConfidence:
    case ir::ExprOp::kTension:
    case ir::ExprOp::kAdd:
    case ir::ExprOp::kSubtract:
    case ir::ExprOp::kMultiply:
    case ir::ExprOp::kDivide:
    case ir::ExprOp::kPercentOf:
    case ir::ExprOp::kDays:
    case ir::ExprOp::kShift:
    case ir::ExprOp::kCall:
      return {};
  }
  return {};
}

bool IsComputed(std::string_view what) {
  return what == "a score" || what == "a table" || what == "a lookup";
}

// False when the table cannot test it; reported.
bool CheckSubject(Context& context, const syntax::TableDeclaration& table,
                  const syntax::Name& column, const Subject& subject) {
  const std::string_view what = Restricted(context, subject);
  if (what.empty() || (table.hit_first && IsComputed(what)))
    return true;
  if (IsComputed(what)) {
    ReportSubject(context, column, subject,
                  fmt::format("`{}` is {}, and rows that test one may only be read in order",
                              column.text, what),
                  "write `hit first` in the table's first line");
  } else {
    ReportSubject(
        context, column, subject, fmt::format("`{}` is {}", column.text, what),
        fmt::format("declare a condition, `define NAME when … {} …`, and make it the column",
                    column.text));
  }
  return false;
}

bool HasMissing(const syntax::TableDeclaration& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const syntax::TableRow& row) {
    return column < row.cells.size() && row.cells[column].kind == CellKind::kMissing;
  });
}

ir::CondId CheckCell(Context& context, const TestColumn& column, const syntax::Cell& cell) {
  const ir::CondId test = CheckCellTest(context, column.subject, cell);
  const bool compares = cell.kind == CellKind::kCompare || cell.kind == CellKind::kValue;
  if (!column.has_missing || !compares || column.subject.kind != Subject::Kind::kValue)
    return test;
  return MakeAnd(context, {MakeKnown(context, column.subject.expr, cell.span), test}, cell.span);
}

}  // namespace

std::vector<TestColumn> CheckTestColumns(Context& context, const syntax::TableDeclaration& table,
                                         std::size_t count) {
  std::vector<TestColumn> columns;
  for (std::size_t i = 0; i < count; ++i) {
    TestColumn column{SubjectOf(context, table.columns[i]), HasMissing(table, i)};
    if (!CheckSubject(context, table, table.columns[i], column.subject))
      column.subject = {};
    columns.push_back(column);
  }
  return columns;
}

bool CheckRowWidth(Context& context, const syntax::TableDeclaration& table,
                   const syntax::TableRow& row) {
  if (row.cells.size() == table.columns.size())
    return true;
  Diagnostic& report =
      context.Report(DiagnosticKind::kTableRowWidth, row.span,
                     fmt::format("the row has {} cells, but the table has {} columns",
                                 row.cells.size(), table.columns.size()));
  report.primary.text =
      row.cells.size() < table.columns.size() ? "a cell is missing" : "a cell too many";
  report.secondary.push_back({table.header_span, "the columns"});
  report.help = "give each column one cell; `any` where the row does not care";
  return false;
}

ir::CondId CheckRowTests(Context& context, const std::vector<TestColumn>& columns,
                         const syntax::TableRow& row) {
  std::vector<ir::CondId> tests;
  bool broken = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool unusable = columns[i].subject.kind == Subject::Kind::kNone;
    tests.push_back(unusable ? ir::kNone : CheckCell(context, columns[i], row.cells[i]));
    broken = broken || tests.back() == ir::kNone;
  }
  return broken ? ir::kNone : MakeAnd(context, std::move(tests), row.span);
}

bool CheckNotEmpty(Context& context, const syntax::TableDeclaration& table, std::size_t tests) {
  if (tests == 0) {
    Diagnostic& report = context.Report(
        DiagnosticKind::kTableColumns, table.header_span,
        fmt::format("the table `{}` has no column that tests anything", table.name.text));
    report.primary.text = "every row would hold for every lead";
    report.help = "begin with the columns to test: fields, derived values or conditions";
    return false;
  }
  if (!table.rows.empty())
    return true;
  Diagnostic& report = context.Report(DiagnosticKind::kTableEmpty, table.name.span,
                                      fmt::format("the table `{}` has no rows", table.name.text));
  report.primary.text = "nothing below its columns";
  report.help = "add a row, or remove the table";
  return false;
}

void ReportCell(Context& context, const syntax::Cell& cell, std::string message, std::string label,
                std::string help) {
  Diagnostic& report = context.Report(DiagnosticKind::kTableCell, cell.span, std::move(message));
  report.primary.text = std::move(label);
  report.help = std::move(help);
}

}  // namespace lq::check
