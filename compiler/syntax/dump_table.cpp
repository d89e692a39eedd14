#include "compiler/syntax/dump_writer.h"

namespace lq::syntax {
namespace {

void DumpCell(DumpWriter& writer, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::kEmpty:
      writer.Line("empty");
      return;
    case Cell::Kind::kAny:
      writer.Line("any");
      return;
    case Cell::Kind::kMissing:
      writer.Line("missing");
      return;
    case Cell::Kind::kKnown:
      writer.Line("known");
      return;
    case Cell::Kind::kCompare:
    case Cell::Kind::kValue:
      DumpExpr(writer, cell.expr);
      return;
    case Cell::Kind::kStrength:
      writer.Line("strength").Add(cell.strength);
      return;
  }
}

}  // namespace

void DumpNode(DumpWriter& writer, const TableDeclaration& node) {
  writer.Add(node.name).AddIf(node.is_rules, "rules").AddIf(node.hit_first, "hit first");
  if (!node.hit_first)
    writer.AddIf(node.hit_span.end != 0, "hit unique");
  writer.Under([&] {
    if (node.assume != Assume::kUnsaid) {
      writer.Line("if unknown assume").Add(node.assume == Assume::kYes ? "yes" : "no");
    }
    if (node.gives.has_value())
      DumpType(writer, *node.gives);
    writer.NamesLine("columns", node.columns);
    for (const TableRow& row : node.rows) {
      writer.Line("row");
      writer.Under([&] {
        for (const Cell& cell : row.cells)
          DumpCell(writer, cell);
      });
    }
    if (node.otherwise.has_value())
      writer.ExprUnder("otherwise", *node.otherwise);
  });
}

}  // namespace lq::syntax
