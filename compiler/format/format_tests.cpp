#include "compiler/format/constructs.h"

namespace lq::format {

// What is given and what is expected stand in one column.
void FormatNode(Sheet& sheet, const syntax::TestDeclaration&) {
  constexpr std::uint16_t kWordWidth = 6;
  sheet.SetApart();
  for (const Piece clause : sheet.clauses())
    sheet.Items(clause, FormatClause(sheet, clause, kWordWidth));
}

void FormatNode(Sheet& sheet, const syntax::PropertyDeclaration& node) {
  for (const Piece clause : sheet.clauses()) {
    sheet.Indent(clause, 4);
    sheet.MayBreak(clause.begin, {});
    sheet.Items(clause, {4, 2, 1});
  }
  if (node.where.has_value())
    FormatExpr(sheet, *node.where, {4, 2, 1});
}

}  // namespace lq::format
