#include "compiler/format/constructs.h"

namespace lq::format {
namespace {

// `choose`, `unless` and `reason`; their values stand in one column, with those of `when`.
constexpr std::uint16_t kWordWidth = 6;

bool IsAligned(std::string_view word) {
  return word == "choose" || word == "when" || word == "unless" || word == "reason";
}

}  // namespace

void FormatNode(Sheet& sheet, const syntax::RuleDeclaration& node) {
  sheet.SetApart();
  for (const Piece clause : sheet.clauses()) {
    const std::string_view word = sheet.Word(clause.begin);
    const std::uint16_t width =
        IsAligned(word) ? kWordWidth : static_cast<std::uint16_t>(sheet.Width(clause.begin));
    sheet.Items(clause, FormatClause(sheet, clause, width));
  }
  const Flow flow{kWordWidth + 3, kWordWidth + 3, 0};
  FormatExpr(sheet, node.when, flow);
  if (node.unless.has_value())
    FormatExpr(sheet, *node.unless, flow);
}

}  // namespace lq::format
