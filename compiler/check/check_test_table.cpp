#include "compiler/check/check_test_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/build_given.h"
#include "compiler/check/check_expectation.h"
#include "compiler/check/check_given.h"
#include "compiler/check/check_outcomes.h"

namespace lq::check {
namespace {

using Column = syntax::TestTableDeclaration::Column;
using Cell = syntax::TestTableDeclaration::Cell;
using syntax::Expectation;

std::optional<Expectation::Kind> ExpectationOf(const Column& column) {
  if (column.is_toggle)
    return std::nullopt;
  if (column.name.text == "expect")
    return Expectation::Kind::kOutcome;
  if (column.name.text == "proposed")
    return Expectation::Kind::kProposed;
  if (column.name.text == "status")
    return Expectation::Kind::kStatus;
  return std::nullopt;
}

bool IsBecause(const Column& column) { return !column.is_toggle && column.name.text == "because"; }

class TableChecker {
 public:
  TableChecker(Context& context, const syntax::TestTableDeclaration& table)
      : context_(context), table_(table) {}

  void Check(std::vector<ir::Test>& tests) {
    CheckGiven(context_, table_.given, GivenTo::kTest);
    CheckColumns();
    if (!context_.diagnostics.has_errors())
      base_ = BuildGiven(context_, table_.given);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (HasRightWidth(table_.rows[i]))
        CheckRow(table_.rows[i], i + 1, tests);
    }
  }

 private:
  void Report(Span span, std::string message, std::string_view help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kTestColumns, span, std::move(message));
    report.help = help;
  }

  void CheckColumns() {
    bool expects = false;
    for (const Column& column : table_.columns) {
      expects = expects || ExpectationOf(column) || IsBecause(column);
      const auto first =
          std::find_if(table_.columns.begin(), table_.columns.end(), [&](const Column& one) {
            return one.name.text == column.name.text && one.is_toggle == column.is_toggle;
          });
      if (&*first != &column)
        ReportTwice(context_, column.name.span, first->name.span, column.name.text);
    }
    expects_ = expects;
    CheckNoFieldBesidePayload();
    if (!expects && !table_.columns.empty()) {
      Report(table_.title.span, "the table does not say what to expect",
             "add a column `expect` with an outcome in each row");
    }
  }

  // A payload says all fields.
  void CheckNoFieldBesidePayload() {
    const auto is_payload = [](const syntax::GivenItem& item) {
      return item.kind == syntax::GivenItem::Kind::kPayload;
    };
    const auto& items = table_.given.items;
    if (std::none_of(items.begin(), items.end(), is_payload))
      return;
    for (const Column& column : table_.columns) {
      const std::string& name = column.name.text;
      const bool field = !column.is_toggle && !ExpectationOf(column) && !IsBecause(column) &&
                         name != "today" && name != "now";
      if (field)
        Report(column.name.span, "a payload says everything about the lead",
               "leave the column out, or list fields without the payload");
    }
  }

  bool HasRightWidth(const syntax::TestTableDeclaration::Row& row) {
    if (row.cells.size() == table_.columns.size())
      return true;
    Report(row.span,
           fmt::format("the row has {} cells, but the table {} columns", row.cells.size(),
                       table_.columns.size()),
           "write one cell for each column");
    return false;
  }

  void CheckRow(const syntax::TestTableDeclaration::Row& row, std::size_t number,
                std::vector<ir::Test>& tests) {
    const std::size_t errors = context_.diagnostics.error_count();
    ir::Test test;
    test.from = ir::Test::From::kTableRow;
    test.title = table_.title.text;
    test.number = static_cast<std::uint32_t>(number);
    test.only = table_.only;
    test.span = row.span;
    const GivenTo to = GivenToRow(row);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      CheckCell(table_.columns[i], row.cells[i], to, test);
    if (expects_ && test.expectations.empty() && context_.diagnostics.error_count() == errors)
      Report(row.span, "the row expects nothing", "write an outcome into its cell `expect`");
    if (context_.diagnostics.has_errors())
      return;
    test.given = base_;
    for (const Cell& cell : row.cells) {
      if (cell.given)
        ApplyGivenItem(context_, *cell.given, test.given);
    }
    tests.push_back(std::move(test));
  }

  // A row may be about what intake refuses.
  GivenTo GivenToRow(const syntax::TestTableDeclaration::Row& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool rejected = ExpectationOf(table_.columns[i]) == Expectation::Kind::kStatus &&
                            !row.cells[i].names.empty() && row.cells[i].names[0].text == "rejected";
      if (rejected)
        return GivenTo::kTestOfRejection;
    }
    return GivenTo::kTest;
  }

  void CheckCell(const Column& column, const Cell& cell, GivenTo to, ir::Test& test) {
    if (cell.given)
      CheckGivenItem(context_, *cell.given, to);
    if (cell.names.empty())
      return;
    Expectation expectation;
    expectation.span = cell.span;
    expectation.negated = cell.negated;
    if (IsBecause(column)) {
      expectation.codes = cell.names;
      return CheckBecause(context_, expectation, test.expectations);
    }
    expectation.kind = *ExpectationOf(column);
    expectation.names = cell.names;
    CheckExpectation(context_, expectation, test.expectations);
  }

  Context& context_;
  const syntax::TestTableDeclaration& table_;
  // What all rows start from.
  ir::Given base_;
  // Some column says what to expect.
  bool expects_ = false;
};

}  // namespace

void CheckTestTable(Context& context, const syntax::TestTableDeclaration& table,
                    std::vector<ir::Test>& tests) {
  TableChecker(context, table).Check(tests);
}

}  // namespace lq::check
