#include "compiler/format/constructs.h"

namespace lq::format {
namespace {

bool IsRow(const Sheet& sheet, Piece clause) { return sheet.Word(clause.begin) == "|"; }

// `gives …` and `hit …` right behind the name.
bool BelongsToHead(std::string_view word) { return word == "gives" || word == "hit"; }

void FormatRow(Sheet& sheet, Piece row, std::uint32_t group) {
  sheet.OwnLine(row.begin, 2, true);
  std::uint8_t column = 0;
  for (std::size_t i = row.begin + 1; i < row.end; ++i) {
    if (sheet.Word(i) == "|" && column < 0xFF)
      sheet.Column(i, group, ++column);
  }
}

}  // namespace

void FormatRows(Sheet& sheet) {
  const std::uint32_t group = sheet.NewGroup(kWidestTableCell);
  for (const Piece clause : sheet.clauses()) {
    if (IsRow(sheet, clause))
      FormatRow(sheet, clause, group);
  }
}

void FormatNode(Sheet& sheet, const syntax::TableDeclaration& node) {
  sheet.SetApart();
  bool in_head = true;
  for (const Piece clause : sheet.clauses()) {
    in_head = in_head && BelongsToHead(sheet.Word(clause.begin));
    if (!in_head && !IsRow(sheet, clause)) {
      sheet.Indent(clause, 4);
      sheet.OwnLine(clause.begin, 2);
    }
  }
  FormatRows(sheet);
  for (const syntax::TableRow& row : node.rows) {
    for (const syntax::Cell& cell : row.cells)
      FormatExpr(sheet, cell.expr, {});
  }
}

}  // namespace lq::format
