#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::CompareOp;
using syntax::Expectation;
using syntax::TestTableDeclaration;

void ParseBound(Walk& walk, LqParser::BoundContext* rule, Expectation& expectation) {
  if (rule == nullptr) return;
  const bool between = rule->BETWEEN() != nullptr;
  const bool least = rule->side != nullptr && rule->side->getType() == LqParser::LEAST;
  expectation.op = between ? CompareOp::kBetween : least ? CompareOp::kAtLeast : CompareOp::kAtMost;
  expectation.bounds.push_back(ParseLiteral(walk, rule->low));
  if (between) expectation.bounds.push_back(ParseLiteral(walk, rule->high));
}

Expectation::Kind KindOf(const antlr4::Token* form) {
  if (form == nullptr) return Expectation::Kind::kOutcome;
  switch (form->getType()) {
    case LqParser::CONFIDENCE:
      return Expectation::Kind::kConfidence;
    case LqParser::REASONS:
      return Expectation::Kind::kReasonsExactly;
    case LqParser::COULD:
      return Expectation::Kind::kCouldBecome;
    case LqParser::ASK:
      return Expectation::Kind::kAskFor;
    case LqParser::STATUS:
      return Expectation::Kind::kStatus;
    case LqParser::PROPOSED:
      return Expectation::Kind::kProposed;
    case LqParser::SCORE:
      return Expectation::Kind::kScore;
    case LqParser::OUTPUT:
      return Expectation::Kind::kOutput;
    case LqParser::FIELD:
      return Expectation::Kind::kField;
    case LqParser::HELD:
      return Expectation::Kind::kHeldByGuard;
    default:
      return Expectation::Kind::kRejectedFor;
  }
}

class TestTableWalk {
 public:
  TestTableWalk(Walk& walk, LqParser::TestTableContext& rule) : walk_(walk), rule_(rule) {}

  TestTableDeclaration Run() {
    table_.span = walk_.SpanOf(&rule_);
    table_.title = walk_.Text(rule_.text());
    table_.only = rule_.only != nullptr;
    ClauseOnce once(walk_, "table");
    for (LqParser::TestTableClauseContext* clause : rule_.clauses) {
      if (once.Take("given", walk_.SpanOf(clause->start))) table_.given = ParseGiven(walk_, clause->given());
    }
    if (auto* header = rule_.headerRow()) Header(*header);
    for (LqParser::TestRowContext* row : rule_.rows) Row(*row);
    RequireHeader();
    return std::move(table_);
  }

 private:
  // A row's last bar leaves an empty cell behind.
  template <typename CellRule>
  std::vector<CellRule*> WithoutLast(std::vector<CellRule*> cells) {
    if (cells.empty()) return cells;
    if (cells.back()->children.empty()) {
      cells.pop_back();
    } else if (!walk_.broken()) {
      ReportOpenRow(walk_, *cells.back());
    }
    return cells;
  }

  void Header(LqParser::HeaderRowContext& header) {
    for (LqParser::ColumnContext* column : WithoutLast(header.columns)) {
      if (column->children.empty()) ReportEmptyCell(walk_, walk_.SpanOf(column));
      table_.columns.push_back({walk_.Path(column->path()), column->isToggle != nullptr});
    }
  }

  void Row(LqParser::TestRowContext& rule) {
    const std::vector<LqParser::TestCellContext*> cells = WithoutLast(rule.cells);
    TestTableDeclaration::Row row;
    row.span = walk_.SpanBefore(rule.start, rule.stop);
    const auto is_dashes = [](LqParser::TestCellContext* cell) { return cell->DASHES() != nullptr; };
    if (!cells.empty() && std::all_of(cells.begin(), cells.end(), is_dashes)) {
      return ReportRuledLine(walk_, row.span);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) row.cells.push_back(ParseCell(*cells[i], i));
    table_.rows.push_back(std::move(row));
  }

  TestTableDeclaration::Cell ParseCell(LqParser::TestCellContext& rule, std::size_t column) {
    TestTableDeclaration::Cell cell;
    cell.span = walk_.SpanOf(&rule);
    if (rule.exception != nullptr) return cell;
    if (rule.children.empty() || rule.DASHES() != nullptr) {
      ReportEmptyCell(walk_, cell.span);
      return cell;
    }
    cell.negated = rule.negated != nullptr;
    if (IsExpectation(column)) {
      cell.names = NamesOf(rule);
    } else {
      cell.given = GivenOf(rule, column);
    }
    return cell;
  }

  bool IsExpectation(std::size_t column) const {
    if (column >= table_.columns.size() || table_.columns[column].is_toggle) return false;
    const std::string& name = table_.columns[column].name.text;
    return name == "expect" || name == "proposed" || name == "status" || name == "because";
  }

  // An outcome, a status, or reason codes.
  std::vector<syntax::Name> NamesOf(LqParser::TestCellContext& rule) {
    std::vector<syntax::Name> names;
    syntax::Expr first;
    if (rule.state != nullptr) {
      names.push_back(walk_.Dotted(rule.state));
    } else {
      syntax::GivenItem value = ParseGivenValue(walk_, rule.givenValue());
      if (value.alternatives.size() == 1) first = std::move(value.alternatives.front().value);
      const bool named = first.kind == syntax::ExprKind::kName || first.kind == syntax::ExprKind::kCode;
      if (named) names.push_back({first.text, first.span});
      if (!named && first.kind != syntax::ExprKind::kError) ReportNoName(walk_.SpanOf(&rule));
    }
    for (LqParser::CodeContext* code : rule.codes) names.push_back(walk_.Code(code));
    return names;
  }

  void ReportNoName(Span span) {
    Diagnostic& report = walk_.Report(DiagnosticKind::kSyntax, span,
                                      "this column holds outcomes, a status or reason codes");
    report.primary.text = "expected a name or codes";
  }

  syntax::GivenItem GivenOf(LqParser::TestCellContext& rule, std::size_t column) {
    const bool toggle = column < table_.columns.size() && table_.columns[column].is_toggle;
    syntax::GivenItem item = ParseGivenValue(walk_, rule.givenValue());
    if (column < table_.columns.size()) item.name = table_.columns[column].name;
    item.span = walk_.SpanOf(&rule);
    if (toggle) {
      item.kind = syntax::GivenItem::Kind::kToggle;
      item.toggle_on = rule.state != nullptr && rule.state->getType() == LqParser::ON;
      if (rule.state == nullptr) ReportNoState(item.span);
    } else if (item.name.text == "today" || item.name.text == "now") {
      const bool today = item.name.text == "today";
      item.kind = today ? syntax::GivenItem::Kind::kToday : syntax::GivenItem::Kind::kNow;
      if (item.alternatives.size() == 1) item.value = item.alternatives.front().value;
    }
    return item;
  }

  void ReportNoState(Span span) {
    Diagnostic& report =
        walk_.Report(DiagnosticKind::kSyntax, span, "a toggle's column holds `on` or `off`");
    report.help = "write `on` or `off`";
  }

  void RequireHeader() {
    if (walk_.broken() || rule_.headerRow() != nullptr) return;
    Diagnostic& report =
        walk_.Report(DiagnosticKind::kMissingClause, table_.title.span, "the table has no rows");
    report.help = "add a line with the names of its columns, such as `| country | expect |`, and a line for each row";
  }

  Walk& walk_;
  LqParser::TestTableContext& rule_;
  TestTableDeclaration table_;
};

}  // namespace

Expectation ParseExpectation(Walk& walk, LqParser::ExpectationContext* rule) {
  Expectation expectation;
  if (rule == nullptr) return expectation;
  expectation.span = walk.SpanOf(rule);
  expectation.kind = KindOf(rule->form);
  expectation.negated = rule->negated != nullptr;
  if (rule->name != nullptr) expectation.names.push_back(walk.Used(rule->name));
  if (auto* path = rule->path()) expectation.names.push_back(walk.Path(path));
  if (auto* list = rule->wordList()) expectation.names = walk.Names(list);
  if (auto* list = rule->pathList()) expectation.names = walk.Paths(list);
  expectation.codes = walk.Codes(rule->codeList());
  ParseBound(walk, rule->bound(), expectation);
  if (auto* value = rule->givenValue()) {
    expectation.given = ParseGivenValue(walk, value);
    if (!expectation.names.empty()) expectation.given->name = expectation.names.front();
  }
  return expectation;
}

syntax::TestDeclaration ParseTest(Walk& walk, LqParser::TestContext& rule) {
  syntax::TestDeclaration test;
  test.span = walk.SpanOf(&rule);
  test.title = walk.Text(rule.text());
  test.only = rule.only != nullptr;
  ClauseOnce once(walk, "test");
  for (LqParser::TestClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (auto* expectation = clause->expectation()) {
      if (!once.Has("expect")) once.Take("expect", word);
      test.expectations.push_back(ParseExpectation(walk, expectation));
    } else if (once.Take("given", word)) {
      test.given = ParseGiven(walk, clause->given());
    }
  }
  once.Require({"given", "expect"}, {test.title.text, test.title.span});
  return test;
}

TestTableDeclaration ParseTestTable(Walk& walk, LqParser::TestTableContext& rule) {
  return TestTableWalk(walk, rule).Run();
}

syntax::PropertyDeclaration ParseProperty(Walk& walk, LqParser::PropertyContext& rule) {
  syntax::PropertyDeclaration property;
  property.span = walk.SpanOf(&rule);
  property.title = walk.Text(rule.text());
  ClauseOnce once(walk, "property");
  for (LqParser::PropertyClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (!once.Take(walk.TextAt(word), word)) continue;
    if (clause->WHERE() != nullptr) property.where = ParseExpr(walk, clause->expr());
    if (auto* expectation = clause->expectation()) property.expect = ParseExpectation(walk, expectation);
    if (clause->RAISING() == nullptr) continue;
    property.raising = walk.Path(clause->path());
    property.never_leaves = walk.Used(clause->name);
  }
  return property;
}

}  // namespace lq::parse
