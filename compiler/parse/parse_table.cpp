#include <algorithm>

#include "compiler/parse/table_rows.h"

namespace lq::parse {

void TableWalk::Head(LqParser::TableHeadContext& rule) {
  table_.span = walk_.SpanOf(&rule);
  table_.is_rules = rule.rules != nullptr;
  // Values are read by their names, rows of rules are not.
  table_.name = table_.is_rules ? walk_.Used(rule.name) : walk_.Declared(rule.name);
}

void TableWalk::Clause(LqParser::TableClauseContext& rule) {
  Extend(rule);
  const Span word = walk_.SpanOf(rule.start);
  if (!once_.Take(walk_.WordOf(rule.start), word))
    return;
  if (rule.GIVES() != nullptr)
    table_.gives = ParseType(walk_, rule.type());
  if (rule.HIT() != nullptr) {
    table_.hit_first = rule.hit != nullptr && rule.hit->getType() == LqParser::FIRST;
    table_.hit_span = walk_.SpanOf(&rule);
  }
  if (auto* assume = rule.assume())
    table_.assume = ParseAssume(assume);
  if (rule.OTHERWISE() != nullptr)
    table_.otherwise = ParseConstant(walk_, rule.constant());
}

void TableWalk::Header(LqParser::HeaderRowContext& rule) {
  Extend(rule);
  walk_.NoteClause(walk_.SpanOf(rule.start));
  has_header_ = true;
  table_.header_span = walk_.SpanBefore(rule.start, rule.stop);
  for (LqParser::ColumnContext* column : CellsOf(walk_, rule.columns)) {
    if (column->children.empty()) {
      Diagnostic& report = walk_.Report(DiagnosticKind::kEmptyCell, walk_.SpanOf(column),
                                        "a column of this table has no name");
      report.help = "write the name of the field that the column tests";
    }
    table_.columns.push_back(walk_.Path(column->path()));
  }
}

void TableWalk::Row(LqParser::RowContext& rule) {
  Extend(rule);
  walk_.NoteClause(walk_.SpanOf(rule.start));
  const std::vector<LqParser::CellContext*> cells = CellsOf(walk_, rule.cells);
  syntax::TableRow row;
  row.span = walk_.SpanBefore(rule.start, rule.stop);
  const auto is_dashes = [](const LqParser::CellContext* cell) {
    return cell->whole != nullptr && cell->whole->getType() == LqParser::DASHES;
  };
  if (!cells.empty() && std::all_of(cells.begin(), cells.end(), is_dashes)) {
    return ReportRuledLine(walk_, row.span);
  }
  row.cells.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    row.cells.push_back(Cell(*cells[i], i));
  table_.rows.push_back(std::move(row));
}

syntax::Cell TableWalk::Cell(LqParser::CellContext& rule, std::size_t column) {
  syntax::Cell cell;
  cell.span = walk_.SpanOf(&rule);
  if (rule.exception != nullptr)
    return cell;
  if (rule.children.empty()) {
    ReportEmptyCell(walk_, cell.span);
  } else if (rule.WITH() != nullptr || rule.BY() != nullptr) {
    Points(rule, cell);
  } else if (rule.whole != nullptr) {
    Whole(rule, cell);
  } else if (rule.ending != nullptr) {
    cell.kind = syntax::Cell::Kind::kCompare;
    syntax::Expr subject;
    subject.kind = syntax::ExprKind::kSubject;
    subject.span = {cell.span.file, cell.span.begin, cell.span.begin};
    cell.expr = ParseTail(walk_, rule.ending, std::move(subject));
  } else {
    cell.kind = syntax::Cell::Kind::kValue;
    cell.expr = rule.value != nullptr ? ParseSum(walk_, rule.value) : ParseWord(walk_, &rule);
    Degree(column, cell);
  }
  return cell;
}

// A bare word in the column `strength`.
void TableWalk::Degree(std::size_t column, syntax::Cell& cell) const {
  const bool strength = table_.is_rules && column < table_.columns.size() &&
                        table_.columns[column].text == "strength" &&
                        cell.expr.kind == syntax::ExprKind::kName;
  if (!strength)
    return;
  cell.kind = syntax::Cell::Kind::kStrength;
  cell.strength = {syntax::Strength::Kind::kWord, cell.expr.text, cell.span};
}

// `with confidence 77.5%` and `by 4 points`
void TableWalk::Points(LqParser::CellContext& rule, syntax::Cell& cell) {
  const bool confidence = rule.WITH() != nullptr;
  const auto kind = confidence ? syntax::ExprKind::kPercent : syntax::ExprKind::kQuantity;
  cell.kind = syntax::Cell::Kind::kStrength;
  cell.strength.kind =
      confidence ? syntax::Strength::Kind::kConfidence : syntax::Strength::Kind::kPoints;
  cell.strength.text = walk_.NumberOf(rule.literal(), kind, confidence ? "92.5%" : "4 points").text;
  cell.strength.span = cell.span;
  if (cell.strength.text.empty())
    cell.kind = syntax::Cell::Kind::kEmpty;
}

void TableWalk::Whole(LqParser::CellContext& rule, syntax::Cell& cell) {
  switch (rule.whole->getType()) {
    case LqParser::ANY:
      cell.kind = syntax::Cell::Kind::kAny;
      return;
    case LqParser::MISSING:
      cell.kind = syntax::Cell::Kind::kMissing;
      return;
    case LqParser::KNOWN:
      cell.kind = syntax::Cell::Kind::kKnown;
      return;
    case LqParser::DASHES:
      return ReportEmptyCell(walk_, cell.span);
    default:
      cell.kind = syntax::Cell::Kind::kValue;
      cell.expr = ParseWord(walk_, &rule);
      return;
  }
}

void TableWalk::Extend(const antlr4::ParserRuleContext& rule) {
  table_.span.end = std::max(table_.span.end, walk_.SpanOf(&rule).end);
}

syntax::TableDeclaration TableWalk::Finish(bool broken) {
  if (!has_header_ && !broken)
    ReportNoHeader(walk_, table_.name.span);
  return std::move(table_);
}

}  // namespace lq::parse
