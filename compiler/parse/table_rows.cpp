#include "compiler/parse/table_rows.h"

namespace lq::parse {

void ReportEmptyCell(Walk& walk, Span cell) {
  Diagnostic& report = walk.Report(DiagnosticKind::kEmptyCell, cell, "a cell of this row is empty");
  report.primary.text = "nothing stands here";
  report.notes.emplace_back("No cell is empty, so that nothing is forgotten unseen.");
  report.help = "write `any` where every value will do, and `missing` where none may be known";
  report.fixes.push_back({{cell.file, cell.begin, cell.begin}, "any ", false});
}

void ReportRuledLine(Walk& walk, Span row) {
  Diagnostic& report = walk.Report(DiagnosticKind::kRuledLine, row, "a line of dashes is no row");
  report.help = "delete the line: the first row is the header, without a line under it";
  report.fixes.push_back({row, "", true});
}

void ReportOpenRow(Walk& walk, const antlr4::ParserRuleContext& last_cell) {
  const Span cell = walk.SpanOf(&last_cell);
  const Span end{cell.file, cell.end, cell.end};
  Diagnostic& report =
      walk.Report(DiagnosticKind::kOpenRow, end, "the row does not end with a bar");
  report.help = "write `|` after the last cell";
  report.fixes.push_back({end, " |", true});
}

void ReportNoHeader(Walk& walk, Span table) {
  Diagnostic& report =
      walk.Report(DiagnosticKind::kMissingClause, table, "the table has no header row");
  report.help =
      "add a line with the names of its columns, such as `| country | tier |`, and a line for each "
      "row";
}

}  // namespace lq::parse
