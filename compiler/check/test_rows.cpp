#include "compiler/check/test_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/build_given.h"
#include "compiler/check/check_expectation.h"
#include "compiler/check/check_given.h"
#include "compiler/check/check_outcomes.h"

namespace lq::check {
namespace {

using Column = TestRows::Column;
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

// A row may be about what intake refuses.
bool ExpectsRejection(const std::vector<Column>& columns, const TestRows::Row& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::vector<syntax::Name>& names = row.cells[i].names;
    if (ExpectationOf(columns[i]) == Expectation::Kind::kStatus && !names.empty() &&
        names[0].text == "rejected")
      return true;
  }
  return false;
}

}  // namespace

bool IsExpectation(const Column& column) {
  return ExpectationOf(column).has_value() || IsBecause(column);
}

TestRows::TestRows(Context& context, ir::Test head, const syntax::Given& given,
                   std::string_view what, Span title)
    : context_(context), head_(std::move(head)), given_(given), what_(what), title_(title) {
  CheckGiven(context, given, GivenTo::kTest);
  if (context.diagnostics.has_errors())
    CheckPayloads(context, given);
  else
    head_.given = BuildGiven(context, given);
}

void TestRows::Report(Span span, std::string message, std::string_view help) {
  Diagnostic& report = context_.Report(DiagnosticKind::kTestColumns, span, std::move(message));
  report.help = help;
}

void TestRows::CheckColumns(const std::vector<Column>& columns) {
  expects_ = std::any_of(columns.begin(), columns.end(), IsExpectation);
  for (const Column& column : columns) {
    const auto first = std::find_if(columns.begin(), columns.end(), [&](const Column& one) {
      return one.name.text == column.name.text && one.is_toggle == column.is_toggle;
    });
    if (&*first != &column)
      ReportTwice(context_, column.name.span, first->name.span, column.name.text);
  }
  CheckNoFieldBesidePayload(columns);
  if (!expects_ && !columns.empty()) {
    Report(title_, fmt::format("{} does not say what to expect", what_),
           "add a column `expect` with an outcome in each row");
  }
}

// A payload says all fields.
void TestRows::CheckNoFieldBesidePayload(const std::vector<Column>& columns) {
  const auto is_payload = [](const syntax::GivenItem& item) {
    return item.kind == syntax::GivenItem::Kind::kPayload;
  };
  if (std::none_of(given_.items.begin(), given_.items.end(), is_payload))
    return;
  for (const Column& column : columns) {
    const std::string& name = column.name.text;
    const bool field =
        !column.is_toggle && !IsExpectation(column) && name != "today" && name != "now";
    if (field)
      Report(column.name.span, "a payload says everything about the lead",
             "leave the column out, or list fields without the payload");
  }
}

bool TestRows::HasRightWidth(const std::vector<Column>& columns, const Row& row) {
  if (row.cells.size() == columns.size())
    return true;
  Report(row.span,
         fmt::format("the row has {} cells, but {} has {} columns", row.cells.size(), what_,
                     columns.size()),
         "write one cell for each column");
  return false;
}

ir::Test* TestRows::Check(const std::vector<Column>& columns, const Row& row, std::size_t number,
                          std::vector<ir::Test>& tests) {
  if (!HasRightWidth(columns, row))
    return nullptr;
  const std::size_t errors = context_.diagnostics.error_count();
  ir::Test test = head_;
  test.number = static_cast<std::uint32_t>(number);
  test.span = row.span;
  const bool rejected = ExpectsRejection(columns, row);
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    CheckCell(columns[i], row.cells[i], rejected, test);
  if (expects_ && test.expectations.empty() && context_.diagnostics.error_count() == errors)
    Report(row.span, "the row expects nothing", "write an outcome into its cell `expect`");
  if (context_.diagnostics.has_errors())
    return nullptr;
  for (const Cell& cell : row.cells) {
    if (cell.given)
      ApplyGivenItem(context_, *cell.given, test.given);
  }
  tests.push_back(std::move(test));
  return &tests.back();
}

void TestRows::CheckCell(const Column& column, const Cell& cell, bool rejected, ir::Test& test) {
  if (cell.given)
    CheckGivenItem(context_, *cell.given, rejected ? GivenTo::kTestOfRejection : GivenTo::kTest);
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

}  // namespace lq::check
