#include "compiler/syntax/dump_writer.h"

namespace lq::syntax {

void DumpNode(DumpWriter& writer, const GivesClause& node) {
  writer.Add(node.schema);
  if (node.version.has_value())
    writer.Add("version").Add(node.version->text);
}

void DumpNode(DumpWriter& writer, const ReportsClause& node) { writer.Add("as").Add(node.source); }

void DumpNode(DumpWriter& writer, const FormatClause& node) {
  writer.Add(node.format);
  if (node.separator.has_value())
    writer.Add("separator").AddText(node.separator->text);
}

void DumpNode(DumpWriter& writer, const MissingClause& node) {
  for (const Literal& text : node.texts)
    writer.AddText(text.text);
}

void DumpNode(DumpWriter& writer, const LeadIdClause& node) { writer.AddText(node.from.text); }

namespace {

void AddConversion(DumpWriter& writer, const Conversion& as) {
  writer.Add(as.kind).Add(as.unit);
  if (as.format.has_value())
    writer.AddText(as.format->text);
  if (as.zone.has_value())
    writer.Add("in").AddText(as.zone->text);
}

}  // namespace

void DumpNode(DumpWriter& writer, const AtClause& node) {
  writer.AddText(node.from.text);
  if (!node.as.kind.text.empty())
    AddConversion(writer.Add("as"), node.as);
}

void DumpNode(DumpWriter& writer, const EachClause& node) { writer.AddText(node.path.text); }

void DumpNode(DumpWriter& writer, const IgnoreClause& node) {
  for (const Literal& place : node.places)
    writer.AddText(place.text);
}

void DumpNode(DumpWriter& writer, const FieldMapping& node) {
  writer.Add(node.field);
  writer.Under([&] {
    for (const Literal& place : node.places)
      writer.Line("from").AddText(place.text);
    for (const BandCase& band : node.bands) {
      writer.Line("band").AddText(band.text.text);
      writer.Under([&] {
        if (band.low.kind != ExprKind::kError)
          writer.ExprUnder("low", band.low);
        if (band.high.kind != ExprKind::kError)
          writer.ExprUnder("high", band.high);
      });
    }
    for (const WhereCase& value : node.cases) {
      writer.Line("where").AddText(value.text.text);
      writer.Under([&] { DumpExpr(writer, value.value); });
    }
    if (node.by.has_value())
      writer.ExprUnder("by", *node.by);
    if (!node.as.kind.text.empty())
      AddConversion(writer.Line("as"), node.as);
    writer.LiteralLine("times", node.times);
    if (node.constant.has_value())
      writer.ExprUnder("is", *node.constant);
  });
}

}  // namespace lq::syntax
