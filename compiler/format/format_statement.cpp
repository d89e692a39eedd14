#include "compiler/format/constructs.h"

namespace lq::format {

void FormatNode(Sheet&, const syntax::Note&) {}
void FormatNode(Sheet&, const syntax::Uses&) {}
void FormatNode(Sheet&, const syntax::OtherFields&) {}
void FormatNode(Sheet&, const syntax::ReviewDeclaration&) {}
void FormatNode(Sheet&, const syntax::ChangeDeclaration&) {}
void FormatNode(Sheet&, const syntax::ToggleDeclaration&) {}
void FormatNode(Sheet&, const syntax::GroupDeclaration&) {}
void FormatNode(Sheet&, const syntax::CasesDeclaration&) {}

// `derived NAME is …`
void FormatNode(Sheet& sheet, const syntax::DerivedDeclaration& node) {
  sheet.Column(sheet.TokenAt(node.name.span.end), sheet.RunGroup("derived"), 1);
  FormatExpr(sheet, node.value, {});
}

void FormatNode(Sheet& sheet, const syntax::DefineDeclaration& node) {
  FormatExpr(sheet, node.when, {});
}

// `fixture NAME as …`: what is given stands in one column.
void FormatNode(Sheet& sheet, const syntax::FixtureDeclaration& node) {
  constexpr std::size_t kWidest = 40;
  const Piece head{sheet.statement().begin, sheet.TokenAt(node.given.span.begin)};
  const std::size_t width = sheet.FlatWidth(head) + 1;
  const auto indent = static_cast<std::uint16_t>(width <= kWidest ? width : 2);
  FormatGiven(sheet, node.given, {indent, indent, 0});
}

void FormatNode(Sheet& sheet, const syntax::OutputDeclaration&) {
  sheet.Items(sheet.statement(), {});
}

void FormatNode(Sheet& sheet, const syntax::LanguagesDeclaration&) {
  sheet.Items(sheet.statement(), {});
}

// `content NAME LANGUAGE "…"`
void FormatNode(Sheet& sheet, const syntax::ContentDeclaration& node) {
  const std::uint32_t group = sheet.RunGroup("content");
  sheet.Column(sheet.TokenAt(node.language.span.begin), group, 1);
  sheet.Column(sheet.TokenAt(node.text.span.begin), group, 2);
}

}  // namespace lq::format
