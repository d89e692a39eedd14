#include "compiler/format/constructs.h"

namespace lq::format {

// The values of `when`, `within` and `reason` stand in one column.
void FormatNode(Sheet& sheet, const syntax::EvidenceDeclaration& node) {
  constexpr std::uint16_t kWordWidth = 6;
  sheet.SetApart();
  for (const Piece clause : sheet.clauses())
    FormatClause(sheet, clause, kWordWidth);
  FormatExpr(sheet, node.when, {kWordWidth + 3, kWordWidth + 3, 0});
}

}  // namespace lq::format
