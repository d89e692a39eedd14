#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

namespace lq::check {

// Rows of which each is a test: those of a table, and those of a file of cases.
class TestRows {
 public:
  using Column = syntax::TestTableDeclaration::Column;
  using Cell = syntax::TestTableDeclaration::Cell;
  using Row = syntax::TestTableDeclaration::Row;

  // `head`: what the tests have in common. `given`: what each starts from. `what` and `title`: "the
  // table", and where it is named.
  TestRows(Context& context, ir::Test head, const syntax::Given& given, std::string_view what,
           Span title);

  // That they say what to expect, and no column stands twice.
  void CheckColumns(const std::vector<Column>& columns);
  // A test of one row, from 1, which has a cell for each column. Null when something is wrong
  // (reported), here or before.
  ir::Test* Check(const std::vector<Column>& columns, const Row& row, std::size_t number,
                  std::vector<ir::Test>& tests);

 private:
  void Report(Span span, std::string message, std::string_view help);
  void CheckNoFieldBesidePayload(const std::vector<Column>& columns);
  bool HasRightWidth(const std::vector<Column>& columns, const Row& row);
  void CheckCell(const Column& column, const Cell& cell, bool rejected, ir::Test& test);

  Context& context_;
  ir::Test head_;
  const syntax::Given& given_;
  std::string_view what_;
  Span title_;
  // Some column says what to expect.
  bool expects_ = true;
};

// The column holds no value of the lead: `expect`, `proposed`, `status`, `because`.
bool IsExpectation(const syntax::TestTableDeclaration::Column& column);

}  // namespace lq::check
