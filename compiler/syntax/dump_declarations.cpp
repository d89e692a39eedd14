#include "compiler/syntax/dump_writer.h"

namespace lq::syntax {

void DumpNode(DumpWriter& writer, const Note& node) {
  writer.Add(node.keyword).AddText(node.text.text);
}

void DumpNode(DumpWriter& writer, const Uses& node) {
  writer.Add(node.unit_kind).Add(node.name);
  if (node.version.has_value())
    writer.Add("version").Add(node.version->text);
}

void DumpNode(DumpWriter& writer, const EnumDeclaration& node) {
  writer.Add(node.name).AddIf(node.ignoring_case, "ignoring case");
  writer.Under([&] {
    for (const EnumMember& member : node.members) {
      writer.Line("value").Add(member.name);
      for (const Literal& label : member.labels)
        writer.AddText(label.text);
    }
  });
}

void DumpNode(DumpWriter& writer, const FieldDeclaration& node) {
  writer.Add(node.name).AddIf(node.required, "required").AddIf(node.optional, "optional");
  writer.AddIf(node.identifies, "identifies").AddIf(node.is_protected, "protected");
  writer.Under([&] {
    DumpType(writer, node.type);
    writer.NamesLine("sources", node.sources);
    if (node.disagree == FieldDeclaration::Disagree::kTrustFirst)
      writer.Line("if sources disagree trust first");
    if (node.disagree == FieldDeclaration::Disagree::kKeepBoth)
      writer.Line("if sources disagree keep both");
    writer.LiteralLine("stale after days", node.stale_after);
    writer.TextLine("ask", node.ask);
    if (node.invalid_as_missing)
      writer.Line("if invalid treat as missing");
    writer.LiteralLine("deprecated since", node.deprecated_since);
    writer.NameLine("use", node.deprecated_use);
  });
}

void DumpNode(DumpWriter&, const OtherFields&) {}

void DumpNode(DumpWriter& writer, const DerivedDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] { DumpExpr(writer, node.value); });
}

void DumpNode(DumpWriter& writer, const SetDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] { DumpExpr(writer, node.value); });
}

void DumpNode(DumpWriter& writer, const ParameterDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] {
    for (const ParameterPeriod& period : node.periods) {
      writer.Line("period");
      writer.Under([&] {
        DumpExpr(writer, period.value);
        if (period.from.kind != ExprKind::kError)
          writer.ExprUnder("from", period.from);
      });
    }
  });
}

void DumpNode(DumpWriter& writer, const PatternDeclaration& node) {
  writer.Add(node.name).AddText(node.pattern.text);
}

void DumpNode(DumpWriter& writer, const LookupDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] {
    writer.Line("from").AddText(node.file.text);
    for (const LookupKey& key : node.keys) {
      writer.Line("key").Add(key.field);
      if (key.column.has_value())
        writer.Add("as").AddText(key.column->text);
    }
    DumpType(writer, node.type);
    if (node.has_otherwise)
      writer.ExprUnder("otherwise", node.otherwise);
  });
}

}  // namespace lq::syntax
