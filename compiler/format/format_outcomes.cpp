#include <algorithm>

#include "compiler/format/constructs.h"
#include "compiler/format/format.h"

namespace lq::format {
namespace {

// One a line, with what they need in a column.
void FormatEntries(Sheet& sheet, const syntax::OutcomesDeclaration& node) {
  const std::uint32_t group = sheet.NewGroup();
  for (const syntax::OutcomeEntry& entry : node.outcomes) {
    const std::size_t name = sheet.TokenAt(entry.name.span.begin);
    sheet.OwnLine(name, 2);
    sheet.Widen(group, 1, sheet.Width(name));
    if (entry.needs.has_value())
      sheet.Column(name + 1, group, 1);
  }
}

}  // namespace

// The outcomes stand in one line, unless they did not in the text.
void FormatNode(Sheet& sheet, const syntax::OutcomesDeclaration& node) {
  sheet.SetApart();
  const std::size_t first = sheet.TokenAt(node.outcomes.front().name.span.begin);
  const bool broken = std::any_of(node.outcomes.begin() + 1, node.outcomes.end(),
                                  [&](const syntax::OutcomeEntry& entry) {
                                    return sheet.WasBroken(sheet.TokenAt(entry.name.span.begin));
                                  });
  sheet.OwnLine(first, 2);
  if (broken || sheet.FlatWidth({first, sheet.head().end}) + 2 > kLineWidth)
    FormatEntries(sheet, node);
  for (const Piece clause : sheet.clauses()) {
    sheet.Indent(clause, 4);
    sheet.OwnLine(clause.begin, 2);
    // As wide as `undecided`.
    if (sheet.Word(clause.begin) == "doubtful")
      sheet.before(clause.begin + 1).spaces = 2;
  }
}

}  // namespace lq::format
