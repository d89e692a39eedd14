#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::Cell;
using syntax::TableDeclaration;

bool IsEmpty(const antlr4::ParserRuleContext& cell) { return cell.children.empty(); }

class TableWalk {
 public:
  TableWalk(Walk& walk, LqParser::TableContext& rule) : walk_(walk), rule_(rule), once_(walk, "table") {}

  TableDeclaration Run() {
    table_.span = walk_.SpanOf(&rule_);
    table_.is_rules = rule_.rules != nullptr;
    // Values are read by their names, rows of rules are not.
    table_.name = table_.is_rules ? walk_.Used(rule_.name) : walk_.Declared(rule_.name);
    for (LqParser::TableClauseContext* clause : rule_.clauses) Clause(*clause);
    if (auto* header = rule_.headerRow()) Header(*header);
    for (LqParser::RowContext* row : rule_.rows) Row(*row);
    RequireHeader();
    return std::move(table_);
  }

 private:
  void Clause(LqParser::TableClauseContext& clause) {
    const Span word = walk_.SpanOf(clause.start);
    if (!once_.Take(walk_.TextAt(word), word)) return;
    if (clause.GIVES() != nullptr) table_.gives = ParseType(walk_, clause.type());
    if (clause.HIT() != nullptr) {
      table_.hit_first = clause.hit != nullptr && clause.hit->getType() == LqParser::FIRST;
      table_.hit_span = walk_.SpanOf(&clause);
    }
    if (auto* assume = clause.assume()) table_.assume = ParseAssume(assume);
    if (clause.OTHERWISE() != nullptr) table_.otherwise = ParseConstant(walk_, clause.constant());
  }

  void Header(LqParser::HeaderRowContext& header) {
    table_.header_span = walk_.SpanBefore(header.start, header.stop);
    std::vector<LqParser::ColumnContext*> columns = header.columns;
    if (!columns.empty() && IsEmpty(*columns.back())) {
      columns.pop_back();
    } else if (!columns.empty() && !walk_.broken()) {
      ReportOpenRow(walk_, *columns.back());
    }
    for (LqParser::ColumnContext* column : columns) {
      if (IsEmpty(*column)) {
        Diagnostic& report = walk_.Report(DiagnosticKind::kEmptyCell, walk_.SpanOf(column),
                                          "a column of this table has no name");
        report.help = "write the name of the field that the column tests";
      }
      table_.columns.push_back(walk_.Path(column->path()));
    }
  }

  void Row(LqParser::RowContext& rule) {
    std::vector<LqParser::CellContext*> cells = rule.cells;
    syntax::TableRow row;
    row.span = walk_.SpanBefore(rule.start, rule.stop);
    if (!cells.empty() && IsEmpty(*cells.back())) {
      cells.pop_back();
    } else if (!cells.empty() && !walk_.broken()) {
      ReportOpenRow(walk_, *cells.back());
    }
    const auto is_dashes = [](const LqParser::CellContext* cell) {
      return cell->whole != nullptr && cell->whole->getType() == LqParser::DASHES;
    };
    if (!cells.empty() && std::all_of(cells.begin(), cells.end(), is_dashes)) {
      return ReportRuledLine(walk_, row.span);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) row.cells.push_back(ParseCell(*cells[i], i));
    table_.rows.push_back(std::move(row));
  }

  Cell ParseCell(LqParser::CellContext& rule, std::size_t column) {
    Cell cell;
    cell.span = walk_.SpanOf(&rule);
    if (rule.exception != nullptr) return cell;
    if (IsEmpty(rule)) {
      ReportEmptyCell(walk_, cell.span);
    } else if (rule.WITH() != nullptr || rule.BY() != nullptr) {
      Points(rule, cell);
    } else if (rule.whole != nullptr) {
      Whole(rule, cell);
    } else if (auto* tail = rule.tail()) {
      cell.kind = Cell::Kind::kCompare;
      syntax::Expr subject;
      subject.kind = syntax::ExprKind::kSubject;
      subject.span = {cell.span.file, cell.span.begin, cell.span.begin};
      cell.expr = ParseTail(walk_, tail, std::move(subject));
    } else {
      cell.kind = Cell::Kind::kValue;
      auto* sum = rule.sum();
      cell.expr = sum != nullptr ? ParseSum(walk_, sum) : ParseWord(walk_, &rule);
      Degree(column, cell);
    }
    return cell;
  }

  // A bare word in the column `strength`.
  void Degree(std::size_t column, Cell& cell) const {
    const bool strength = table_.is_rules && column < table_.columns.size() &&
                          table_.columns[column].text == "strength" &&
                          cell.expr.kind == syntax::ExprKind::kName;
    if (!strength) return;
    cell.kind = Cell::Kind::kStrength;
    cell.strength = {syntax::Strength::Kind::kWord, cell.expr.text, cell.span};
  }

  // `with confidence 77.5%` and `by 4 points`
  void Points(LqParser::CellContext& rule, Cell& cell) {
    const bool confidence = rule.WITH() != nullptr;
    const auto kind = confidence ? syntax::ExprKind::kPercent : syntax::ExprKind::kQuantity;
    cell.kind = Cell::Kind::kStrength;
    cell.strength.kind =
        confidence ? syntax::Strength::Kind::kConfidence : syntax::Strength::Kind::kPoints;
    cell.strength.text = walk_.NumberOf(rule.literal(), kind, confidence ? "92.5%" : "4 points").text;
    cell.strength.span = cell.span;
    if (cell.strength.text.empty()) cell.kind = Cell::Kind::kEmpty;
  }

  void Whole(LqParser::CellContext& rule, Cell& cell) {
    switch (rule.whole->getType()) {
      case LqParser::ANY:
        cell.kind = Cell::Kind::kAny;
        return;
      case LqParser::MISSING:
        cell.kind = Cell::Kind::kMissing;
        return;
      case LqParser::KNOWN:
        cell.kind = Cell::Kind::kKnown;
        return;
      case LqParser::DASHES:
        return ReportEmptyCell(walk_, cell.span);
      default:
        cell.kind = Cell::Kind::kValue;
        cell.expr = ParseWord(walk_, &rule);
        return;
    }
  }

  void RequireHeader() {
    if (walk_.broken() || rule_.headerRow() != nullptr) return;
    Diagnostic& report = walk_.Report(DiagnosticKind::kMissingClause, table_.name.span,
                                      fmt::format("the table `{}` has no rows", table_.name.text));
    report.help = "add a line with the names of its columns, such as `| country | tier |`, and a line for each row";
  }

  Walk& walk_;
  LqParser::TableContext& rule_;
  ClauseOnce once_;
  TableDeclaration table_;
};

}  // namespace

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
  Diagnostic& report = walk.Report(DiagnosticKind::kOpenRow, end, "the row does not end with a bar");
  report.help = "write `|` after the last cell";
  report.fixes.push_back({end, " |", true});
}

TableDeclaration ParseTable(Walk& walk, LqParser::TableContext& rule) { return TableWalk(walk, rule).Run(); }

}  // namespace lq::parse
