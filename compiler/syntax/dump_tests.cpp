#include "compiler/syntax/dump_writer.h"
#include "compiler/syntax/nodes.h"

namespace lq::syntax {
namespace {

std::string_view ItemWord(GivenItem::Kind kind) {
  switch (kind) {
    case GivenItem::Kind::kField:
      return "lead";
    case GivenItem::Kind::kToggle:
      return "toggle_state";
    case GivenItem::Kind::kToday:
      return "today";
    case GivenItem::Kind::kNow:
      return "now";
    case GivenItem::Kind::kPayload:
      return "payload";
  }
  return "lead";
}

std::string_view ExpectationWord(Expectation::Kind kind) {
  switch (kind) {
    case Expectation::Kind::kOutcome:
      return "expect";
    case Expectation::Kind::kConfidence:
      return "expect confidence";
    case Expectation::Kind::kReasonsExactly:
      return "expect reasons exactly";
    case Expectation::Kind::kCouldBecome:
      return "expect could become";
    case Expectation::Kind::kAskFor:
      return "expect ask for";
    case Expectation::Kind::kStatus:
      return "expect status";
    case Expectation::Kind::kProposed:
      return "expect proposed";
    case Expectation::Kind::kScore:
      return "expect score";
    case Expectation::Kind::kOutput:
      return "expect output";
    case Expectation::Kind::kField:
      return "expect field";
    case Expectation::Kind::kHeldByGuard:
      return "expect held by guard";
    case Expectation::Kind::kRejectedFor:
      return "expect rejected for";
  }
  return "expect";
}

void DumpItem(DumpWriter& writer, const GivenItem& item) {
  writer.Line(ItemWord(item.kind)).Add(item.name);
  if (item.kind == GivenItem::Kind::kToggle)
    writer.Add(item.toggle_on ? "on" : "off");
  writer.Under([&] {
    if (item.kind == GivenItem::Kind::kField)
      DumpGivenValue(writer, item);
    if (item.value.kind != ExprKind::kError)
      DumpExpr(writer, item.value);
  });
}

void DumpExpectation(DumpWriter& writer, const Expectation& expectation) {
  writer.Line(ExpectationWord(expectation.kind)).AddIf(expectation.negated, "not");
  for (const Name& name : expectation.names)
    writer.Add(name);
  if (!expectation.bounds.empty())
    writer.Add(OperatorText(expectation.op));
  for (const Name& code : expectation.codes)
    writer.Add(code);
  writer.Under([&] {
    for (const Expr& bound : expectation.bounds)
      DumpExpr(writer, bound);
    if (expectation.given.has_value())
      DumpGivenValue(writer, *expectation.given);
  });
}

void DumpCell(DumpWriter& writer, const TestTableDeclaration::Cell& cell) {
  if (cell.given.has_value()) {
    DumpItem(writer, *cell.given);
    return;
  }
  writer.Line("names").AddIf(cell.negated, "not");
  for (const Name& name : cell.names)
    writer.Add(name);
}

}  // namespace

void DumpGivenValue(DumpWriter& writer, const GivenItem& item) {
  if (item.missing)
    writer.Line("missing");
  if (item.is_band) {
    writer.Line("band");
    writer.Under([&] {
      if (item.low.kind != ExprKind::kError)
        writer.ExprUnder("low", item.low);
      if (item.high.kind != ExprKind::kError)
        writer.ExprUnder("high", item.high);
    });
  }
  for (const GivenAlternative& alternative : item.alternatives) {
    DumpExpr(writer, alternative.value);
    writer.Under([&] {
      writer.NameLine("from", alternative.from);
      if (alternative.at.kind != ExprKind::kError)
        writer.ExprUnder("at", alternative.at);
    });
  }
}

void DumpGiven(DumpWriter& writer, const Given& given) {
  writer.Line("given").Add(given.fixture);
  writer.Under([&] {
    for (const GivenItem& item : given.items)
      DumpItem(writer, item);
  });
}

void DumpNode(DumpWriter& writer, const FixtureDeclaration& node) {
  writer.Add(node.name);
  writer.Under([&] { DumpGiven(writer, node.given); });
}

void DumpNode(DumpWriter& writer, const TestDeclaration& node) {
  writer.AddText(node.title.text).AddIf(node.only, "only");
  writer.Under([&] {
    DumpGiven(writer, node.given);
    for (const Expectation& expectation : node.expectations)
      DumpExpectation(writer, expectation);
  });
}

void DumpNode(DumpWriter& writer, const TestTableDeclaration& node) {
  writer.AddText(node.title.text).AddIf(node.only, "only");
  writer.Under([&] {
    DumpGiven(writer, node.given);
    for (const TestTableDeclaration::Column& column : node.columns) {
      writer.Line("column").AddIf(column.is_toggle, "toggle").Add(column.name);
    }
    for (const TestTableDeclaration::Row& row : node.rows) {
      writer.Line("row");
      writer.Under([&] {
        for (const TestTableDeclaration::Cell& cell : row.cells)
          DumpCell(writer, cell);
      });
    }
  });
}

void DumpNode(DumpWriter& writer, const PropertyDeclaration& node) {
  writer.AddText(node.title.text);
  writer.Under([&] {
    if (node.where.has_value())
      writer.ExprUnder("where", *node.where);
    writer.NameLine("raising", node.raising);
    writer.NameLine("never leaves", node.never_leaves);
    if (node.expect.has_value())
      DumpExpectation(writer, *node.expect);
  });
}

void DumpNode(DumpWriter& writer, const CasesDeclaration& node) {
  writer.Add("from").AddText(node.file.text);
}

}  // namespace lq::syntax
