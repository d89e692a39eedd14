#include <vector>

#include "compiler/format/constructs.h"

namespace lq::format {
namespace {

bool IsFlag(std::string_view word) {
  return word == "required" || word == "optional" || word == "identifies" || word == "protected";
}

}  // namespace

void FormatNode(Sheet& sheet, const syntax::EnumDeclaration& node) {
  sheet.Items(sheet.statement(), {});
  if (!node.members.empty())
    sheet.before(sheet.TokenAt(node.members.front().name.span.begin)).line = Break::kKept;
  // `ignoring case`
  if (node.ignoring_case)
    sheet.MayBreak(sheet.statement().end - 2, {});
}

// `field NAME is TYPE FLAGS`, in columns; then the other clauses, there or below.
void FormatNode(Sheet& sheet, const syntax::FieldDeclaration& node) {
  constexpr std::uint16_t kIndent = 4;
  const std::uint32_t group = sheet.RunGroup("field");
  sheet.Column(sheet.TokenAt(node.name.span.end), group, 1);
  std::vector<std::size_t> below;
  for (const Piece clause : sheet.clauses()) {
    sheet.Indent(clause, kIndent + 2);
    sheet.before(clause.begin).indent = kIndent;
    const bool flag = below.empty() && IsFlag(sheet.Word(clause.begin));
    if (!flag)
      below.push_back(clause.begin);
    else if (clause.begin == sheet.head().end)
      sheet.Column(clause.begin, group, 2, 2);
    sheet.Items(clause, {kIndent + 2, kIndent, 1});
  }
  sheet.Together(below, {kIndent, kIndent, 0});
}

}  // namespace lq::format
