#pragma once

#include "compiler/parse/constructs.h"

namespace lq::parse {

// The cells of a row or header without the empty one that its last bar leaves behind; a row without
// that bar is reported.
template <typename Cell>
std::vector<Cell*> CellsOf(Walk& walk, std::vector<Cell*> cells) {
  if (cells.empty())
    return cells;
  if (cells.back()->children.empty()) {
    cells.pop_back();
  } else if (!walk.broken()) {
    ReportOpenRow(walk, *cells.back());
  }
  return cells;
}

// A table of a policy, whose rows come one by one.
class TableWalk {
 public:
  explicit TableWalk(Walk& walk) : walk_(walk), once_(walk, "table") {}

  void Head(LqParser::TableHeadContext& rule);
  void Header(LqParser::HeaderRowContext& rule);
  void Clause(LqParser::TableClauseContext& rule);
  void Row(LqParser::RowContext& rule);
  bool has_header() const { return has_header_; }
  syntax::TableDeclaration Finish(bool broken);

 private:
  syntax::Cell Cell(LqParser::CellContext& rule, std::size_t column);
  void Degree(std::size_t column, syntax::Cell& cell) const;
  void Points(LqParser::CellContext& rule, syntax::Cell& cell);
  void Whole(LqParser::CellContext& rule, syntax::Cell& cell);
  void Extend(const antlr4::ParserRuleContext& rule);

  Walk& walk_;
  ClauseOnce once_;
  syntax::TableDeclaration table_;
  bool has_header_ = false;
};

// A table of tests.
class TestTableWalk {
 public:
  explicit TestTableWalk(Walk& walk) : walk_(walk), once_(walk, "table") {}

  void Head(LqParser::TestTableHeadContext& rule);
  void Header(LqParser::HeaderRowContext& rule);
  void Clause(LqParser::TestTableClauseContext& rule);
  void Row(LqParser::TestRowContext& rule);
  bool has_header() const { return has_header_; }
  syntax::TestTableDeclaration Finish(bool broken);

 private:
  syntax::TestTableDeclaration::Cell Cell(LqParser::TestCellContext& rule, std::size_t column);
  bool IsExpectation(std::size_t column) const;
  bool IsPlain(LqParser::TestCellContext& rule, std::size_t column);
  bool StateFits(LqParser::TestCellContext& rule, std::size_t column);
  void ReportCell(Span span, std::string_view message, std::string_view help);
  std::vector<syntax::Name> NamesOf(LqParser::TestCellContext& rule);
  void ReportNoName(Span span);
  syntax::GivenItem GivenOf(LqParser::TestCellContext& rule, std::size_t column);
  void ReportNoState(Span span);
  void Extend(const antlr4::ParserRuleContext& rule);

  Walk& walk_;
  ClauseOnce once_;
  syntax::TestTableDeclaration table_;
  bool has_header_ = false;
};

}  // namespace lq::parse
