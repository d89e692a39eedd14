#include <vector>

#include "compiler/format/constructs.h"

namespace lq::format {

void FormatNode(Sheet& sheet, const syntax::SetDeclaration& node) {
  FormatExpr(sheet, node.value, {});
}

// `parameter NAME is …`
void FormatNode(Sheet& sheet, const syntax::ParameterDeclaration& node) {
  sheet.Column(sheet.TokenAt(node.name.span.end), sheet.RunGroup("parameter"), 1);
  sheet.Items(sheet.statement(), {});
}

void FormatNode(Sheet&, const syntax::PatternDeclaration&) {}

void FormatNode(Sheet& sheet, const syntax::LookupDeclaration&) {
  std::vector<std::size_t> below;
  for (const Piece clause : sheet.clauses()) {
    below.push_back(clause.begin);
    sheet.Indent(clause, 4);
    sheet.Items(clause, {4, 2, 1});
  }
  sheet.Together(below, {});
}

}  // namespace lq::format
