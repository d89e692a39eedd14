#include <fmt/format.h>

#include "compiler/check/case_cell.h"
#include "compiler/check/check_cases.h"
#include "compiler/check/check_given.h"
#include "compiler/check/csv_file.h"
#include "compiler/check/test_rows.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

class CsvCases {
 public:
  CsvCases(Context& context, const ir::Test& head, FileId file)
      : context_(context),
        csv_(context.sources, file),
        rows_(context, head, nothing_, "the file", {file, 0, 0}),
        errors_(context.diagnostics.error_count()) {}

  void Read(std::vector<ir::Test>& tests) {
    CsvRow row;
    if (!csv_.Next(row))
      return;
    if (row.problem != CsvProblem::kNone)
      return ReportRow(row);
    ReadHeader(row);
    for (std::size_t number = 1; csv_.Next(row); ++number) {
      if (context_.diagnostics.error_count() - errors_ >= kMostCaseMistakes)
        return ReportRest(row);
      ReadRow(row, number, tests);
    }
  }

 private:
  void ReportRow(const CsvRow& row) {
    Diagnostic& report = context_.Report(DiagnosticKind::kCasesFile, csv_.RowSpan(row),
                                         DescribeCsvProblem(row, csv_.reader().width()));
    report.primary.text = "this row";
  }

  void ReportRest(const CsvRow& row) {
    Diagnostic& report = context_.Report(DiagnosticKind::kCasesFile, csv_.RowSpan(row),
                                         "the rest of the file was not looked at");
    report.primary.text = "from here on";
    report.help = "mend what was found so far, then try again";
  }

  void ReadHeader(const CsvRow& row) {
    constexpr std::string_view kToggle = "toggle ";
    std::vector<TestRows::Column> named;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string_view name = Trim(row.cells[i]);
      TestRows::Column column;
      column.is_toggle = name.starts_with(kToggle);
      column.name.span = csv_.CellSpan(row, i);
      column.name.text = column.is_toggle ? Trim(name.substr(kToggle.size())) : name;
      if (name.empty()) {
        ReportNoName(column.name.span, i);
        continue;
      }
      named.push_back(column);
      AddColumn(std::move(column), i);
    }
    rows_.CheckColumns(named);
  }

  void ReportNoName(Span span, std::size_t index) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kCasesFile, span,
                        fmt::format("the column {} of the file has no name", index + 1));
    report.notes.push_back("The file's first row names its columns.");
    report.help = "name a field, or take the column away";
  }

  // A column that names nothing has been reported; its cells say nothing.
  void AddColumn(TestRows::Column column, std::size_t place) {
    const ir::Field* field = nullptr;
    const std::string& name = column.name.text;
    if (column.is_toggle) {
      if (!IsToggle(column))
        return;
    } else if (!IsExpectation(column) && name != "today" && name != "now") {
      const std::optional<std::uint32_t> index = ResolveField(context_, column.name);
      if (!index)
        return;
      field = &context_.program->schema.fields[*index];
    }
    columns_.push_back(std::move(column));
    fields_.push_back(field);
    places_.push_back(place);
  }

  bool IsToggle(const TestRows::Column& column) {
    syntax::GivenItem item;
    item.kind = syntax::GivenItem::Kind::kToggle;
    item.name = column.name;
    item.span = column.name.span;
    CheckGivenItem(context_, item, GivenTo::kTest);
    const Entry* entry = Find(*context_.scope, column.name.text);
    return entry != nullptr && entry->kind == NameKind::kToggle;
  }

  void ReadRow(const CsvRow& row, std::size_t number, std::vector<ir::Test>& tests) {
    if (row.problem != CsvProblem::kNone)
      return ReportRow(row);
    TestRows::Row cells;
    cells.span = csv_.RowSpan(row);
    cells.cells.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      cells.cells.push_back(CaseCell(context_, columns_[i], fields_[i], row.cells[places_[i]],
                                     csv_.CellSpan(row, places_[i])));
    }
    rows_.Check(columns_, cells, number, tests);
  }

  Context& context_;
  CsvFile csv_;
  // All that a case gives stands in its row.
  const syntax::Given nothing_;
  TestRows rows_;
  const std::size_t errors_;
  // Those that name something: the column, its field (null when it is none), its place in a row.
  std::vector<TestRows::Column> columns_;
  std::vector<const ir::Field*> fields_;
  std::vector<std::size_t> places_;
};

}  // namespace

void CheckCsvCases(Context& context, const ir::Test& head, FileId file,
                   std::vector<ir::Test>& tests) {
  CsvCases(context, head, file).Read(tests);
}

}  // namespace lq::check
