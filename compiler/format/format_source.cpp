#include "compiler/format/constructs.h"

namespace lq::format {

void FormatNode(Sheet&, const syntax::GivesClause&) {}
void FormatNode(Sheet&, const syntax::ReportsClause&) {}
void FormatNode(Sheet&, const syntax::FormatClause&) {}
void FormatNode(Sheet&, const syntax::LeadIdClause&) {}
void FormatNode(Sheet&, const syntax::AtClause&) {}
void FormatNode(Sheet&, const syntax::EachClause&) {}

void FormatNode(Sheet& sheet, const syntax::MissingClause&) { sheet.Items(sheet.statement(), {}); }

void FormatNode(Sheet& sheet, const syntax::IgnoreClause&) { sheet.Items(sheet.statement(), {}); }

// `field NAME from …`, in columns; the other clauses go on there, or below.
void FormatNode(Sheet& sheet, const syntax::FieldMapping& node) {
  sheet.Column(sheet.TokenAt(node.field.span.end), sheet.RunGroup("mapping"), 1);
  for (const Piece clause : sheet.clauses()) {
    sheet.Indent(clause, 4);
    if (clause.begin != sheet.clauses().front().begin)
      sheet.MayBreak(clause.begin, {});
    sheet.Items(clause, {4, 2, 1});
  }
  // `else`
  for (std::size_t i = 1; i < node.places.size(); ++i)
    sheet.MayBreak(sheet.TokenAt(node.places[i].span.begin) - 1, {4, 2, 1});
}

}  // namespace lq::format
