#include <algorithm>

#include "compiler/parse/table_rows.h"

namespace lq::parse {

using syntax::TestTableDeclaration;

void TestTableWalk::Head(LqParser::TestTableHeadContext& rule) {
  table_.span = walk_.SpanOf(&rule);
  table_.title = walk_.Text(rule.text());
  table_.only = rule.only != nullptr;
}

void TestTableWalk::Clause(LqParser::TestTableClauseContext& rule) {
  Extend(rule);
  if (once_.Take("given", walk_.SpanOf(rule.start)))
    table_.given = ParseGiven(walk_, rule.given());
}

void TestTableWalk::Header(LqParser::HeaderRowContext& rule) {
  Extend(rule);
  walk_.NoteClause(walk_.SpanOf(rule.start));
  has_header_ = true;
  for (LqParser::ColumnContext* column : CellsOf(walk_, rule.columns)) {
    if (column->children.empty())
      ReportEmptyCell(walk_, walk_.SpanOf(column));
    table_.columns.push_back({walk_.Path(column->path()), column->isToggle != nullptr});
  }
}

void TestTableWalk::Row(LqParser::TestRowContext& rule) {
  Extend(rule);
  walk_.NoteClause(walk_.SpanOf(rule.start));
  const std::vector<LqParser::TestCellContext*> cells = CellsOf(walk_, rule.cells);
  TestTableDeclaration::Row row;
  row.span = walk_.SpanBefore(rule.start, rule.stop);
  const auto is_dashes = [](LqParser::TestCellContext* cell) { return cell->DASHES() != nullptr; };
  if (!cells.empty() && std::all_of(cells.begin(), cells.end(), is_dashes)) {
    return ReportRuledLine(walk_, row.span);
  }
  row.cells.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    row.cells.push_back(Cell(*cells[i], i));
  table_.rows.push_back(std::move(row));
}

TestTableDeclaration::Cell TestTableWalk::Cell(LqParser::TestCellContext& rule,
                                               std::size_t column) {
  TestTableDeclaration::Cell cell;
  cell.span = walk_.SpanOf(&rule);
  if (rule.exception != nullptr)
    return cell;
  if (rule.children.empty() || rule.DASHES() != nullptr) {
    ReportEmptyCell(walk_, cell.span);
    return cell;
  }
  cell.negated = rule.negated != nullptr;
  if (!IsPlain(rule, column) || !StateFits(rule, column))
    return cell;
  if (IsExpectation(column)) {
    cell.names = NamesOf(rule);
  } else {
    cell.given = GivenOf(rule, column);
  }
  return cell;
}

// `not` can stand before an outcome, and several words in a column of codes; elsewhere they would
// be lost.
bool TestTableWalk::IsPlain(LqParser::TestCellContext& rule, std::size_t column) {
  const std::string_view name =
      IsExpectation(column) ? std::string_view(table_.columns[column].name.text) : "";
  if (rule.negated != nullptr && name != "expect") {
    ReportCell(walk_.SpanOf(rule.negated), "`not` cannot stand in this column",
               "use the column `expect`, as in `not nurture`");
    return false;
  }
  if (!rule.codes.empty() && name != "because") {
    ReportCell(walk_.SpanOf(&rule), "this cell holds several values",
               "write one; what may be one of several is joined by `or`");
    return false;
  }
  return true;
}

// `any` leaves open what is expected, `on` and `off` are states of toggles: they are no values of
// fields. False when there is nothing more to read.
bool TestTableWalk::StateFits(LqParser::TestCellContext& rule, std::size_t column) {
  if (rule.state == nullptr)
    return true;
  const std::size_t state = rule.state->getType();
  const Span span = walk_.SpanOf(rule.state);
  if (IsExpectation(column)) {
    if (state != LqParser::ANY)
      return true;
    if (rule.negated != nullptr || !rule.codes.empty())
      ReportCell(span, "`any` stands alone", "write `any` where the row expects nothing here");
    return false;
  }
  const bool toggle = column < table_.columns.size() && table_.columns[column].is_toggle;
  if (toggle && (state == LqParser::ON || state == LqParser::OFF))
    return true;
  if (toggle)
    ReportNoState(span);
  else
    ReportCell(span, "this word is no value of a field",
               "write a constant, `missing`, a band, or values joined by `or`");
  return false;
}

void TestTableWalk::ReportCell(Span span, std::string_view message, std::string_view help) {
  Diagnostic& report = walk_.Report(DiagnosticKind::kSyntax, span, std::string(message));
  report.help = help;
}

bool TestTableWalk::IsExpectation(std::size_t column) const {
  if (column >= table_.columns.size() || table_.columns[column].is_toggle)
    return false;
  const std::string& name = table_.columns[column].name.text;
  return name == "expect" || name == "proposed" || name == "status" || name == "because";
}

// An outcome, a status, or reason codes.
std::vector<syntax::Name> TestTableWalk::NamesOf(LqParser::TestCellContext& rule) {
  std::vector<syntax::Name> names;
  syntax::Expr first;
  if (rule.state != nullptr) {
    names.push_back(walk_.Dotted(rule.state));
  } else {
    syntax::GivenItem value = ParseGivenValue(walk_, rule.givenValue());
    const bool one = value.alternatives.size() == 1 && value.alternatives[0].from.text.empty();
    if (one)
      first = std::move(value.alternatives.front().value);
    else if (!walk_.broken())
      ReportNoName(walk_.SpanOf(&rule));
    const bool named =
        first.kind == syntax::ExprKind::kName || first.kind == syntax::ExprKind::kCode;
    if (named)
      names.push_back({first.text, first.span});
    if (!named && first.kind != syntax::ExprKind::kError)
      ReportNoName(walk_.SpanOf(&rule));
  }
  for (LqParser::CodeContext* code : rule.codes)
    names.push_back(walk_.Code(code));
  return names;
}

void TestTableWalk::ReportNoName(Span span) {
  Diagnostic& report = walk_.Report(DiagnosticKind::kSyntax, span,
                                    "this column holds outcomes, a status or reason codes");
  report.primary.text = "expected a name or codes";
}

syntax::GivenItem TestTableWalk::GivenOf(LqParser::TestCellContext& rule, std::size_t column) {
  const bool toggle = column < table_.columns.size() && table_.columns[column].is_toggle;
  syntax::GivenItem item = ParseGivenValue(walk_, rule.givenValue());
  if (column < table_.columns.size())
    item.name = table_.columns[column].name;
  item.span = walk_.SpanOf(&rule);
  if (toggle) {
    item.kind = syntax::GivenItem::Kind::kToggle;
    item.toggle_on = rule.state != nullptr && rule.state->getType() == LqParser::ON;
    if (rule.state == nullptr)
      ReportNoState(item.span);
  } else if (item.name.text == "today" || item.name.text == "now") {
    const bool today = item.name.text == "today";
    item.kind = today ? syntax::GivenItem::Kind::kToday : syntax::GivenItem::Kind::kNow;
    if (item.alternatives.size() == 1)
      item.value = item.alternatives.front().value;
  }
  return item;
}

void TestTableWalk::ReportNoState(Span span) {
  Diagnostic& report =
      walk_.Report(DiagnosticKind::kSyntax, span, "a toggle's column holds `on` or `off`");
  report.help = "write `on` or `off`";
}

void TestTableWalk::Extend(const antlr4::ParserRuleContext& rule) {
  table_.span.end = std::max(table_.span.end, walk_.SpanOf(&rule).end);
}

TestTableDeclaration TestTableWalk::Finish(bool broken) {
  if (!has_header_ && !broken)
    ReportNoHeader(walk_, table_.title.span);
  return std::move(table_);
}

}  // namespace lq::parse
