#include "compiler/format/constructs.h"

namespace lq::format {

void FormatNode(Sheet& sheet, const syntax::TestTableDeclaration& node) {
  sheet.SetApart();
  for (const Piece clause : sheet.clauses()) {
    if (sheet.Word(clause.begin) == "given")
      FormatGiven(sheet, node.given, FormatClause(sheet, clause, 5));
  }
  FormatRows(sheet);
}

}  // namespace lq::format
