#include "compiler/format/constructs.h"

namespace lq::format {

void FormatNode(Sheet& sheet, const syntax::GuardDeclaration& node) {
  sheet.SetApart();
  for (const Piece clause : sheet.clauses()) {
    const auto width = static_cast<std::uint16_t>(sheet.Width(clause.begin));
    const Flow flow = FormatClause(sheet, clause, width);
    if (sheet.Word(clause.begin) == "when")
      FormatExpr(sheet, node.when, flow);
  }
}

}  // namespace lq::format
