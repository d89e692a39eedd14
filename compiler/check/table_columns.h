#pragma once

#include "compiler/check/check_expression.h"
#include "compiler/check/context.h"

// What value tables and rules tables have in common: columns that test something, rows of cells.
namespace lq::check {

// A column that tests something.
struct TestColumn {
  Subject subject;
  // One of its cells is `missing`: every other cell but `any` means *known and …*.
  bool has_missing = false;
};

// The first `count` columns. One that cannot be tested is reported and has Subject::Kind::kNone.
std::vector<TestColumn> CheckTestColumns(Context& context, const syntax::TableDeclaration& table,
                                         std::size_t count);

// The row has as many cells as there are columns; else reported.
bool CheckRowWidth(Context& context, const syntax::TableDeclaration& table,
                   const syntax::TableRow& row);

// The row's cells in these columns, joined by `and`; kNone when one of them was wrong and reported.
ir::CondId CheckRowTests(Context& context, const std::vector<TestColumn>& columns,
                         const syntax::TableRow& row);

// A table has at least one column that tests and one row; else reported.
bool CheckNotEmpty(Context& context, const syntax::TableDeclaration& table, std::size_t tests);

// A cell of a column that tests nothing: it holds something else than its column needs.
void ReportCell(Context& context, const syntax::Cell& cell, std::string message, std::string label,
                std::string help);

}  // namespace lq::check
