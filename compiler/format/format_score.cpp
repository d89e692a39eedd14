#include "compiler/format/constructs.h"

namespace lq::format {

// `add 30 when … because …`, in columns.
void FormatNode(Sheet& sheet, const syntax::ScoreDeclaration& node) {
  sheet.SetApart();
  for (const Piece clause : sheet.clauses()) {
    sheet.Indent(clause, 4);
    const bool range = clause.begin == sheet.head().end && sheet.Word(clause.begin) == "from";
    if (!range)
      sheet.OwnLine(clause.begin, 2, true);
  }
  const std::uint32_t group = sheet.NewGroup();
  for (const syntax::ScoreItem& item : node.items) {
    sheet.Column(sheet.TokenAt(item.points.span.end), group, 1);
    FormatExpr(sheet, item.when, {4, 4, 0});
    if (!item.reason.text.empty())
      sheet.Column(sheet.TokenAt(item.when.span.end), group, 2, 2);
  }
}

}  // namespace lq::format
