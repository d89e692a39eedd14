#include "compiler/syntax/dump_writer.h"
#include "compiler/syntax/nodes.h"

namespace lq::syntax {
namespace {

std::string_view RoundingText(Rounding rounding) {
  switch (rounding) {
    case Rounding::kNone:
      return {};
    case Rounding::kHalfEven:
      return "rounding half_even";
    case Rounding::kDown:
      return "rounding down";
    case Rounding::kUp:
      return "rounding up";
  }
  return {};
}

}  // namespace

void DumpExpr(DumpWriter& writer, const Expr& expr) {
  writer.Line(NodeWord(expr.kind));
  if (expr.kind == ExprKind::kText || expr.kind == ExprKind::kPattern) {
    writer.AddText(expr.text);
  } else {
    writer.Add(expr.text).Add(expr.unit);
  }
  if (expr.kind == ExprKind::kCompare) {
    writer.AddIf(expr.negated, "not").Add(OperatorText(expr.op));
    writer.AddIf(expr.any_of, "any of").AddIf(expr.ignoring_case, "ignoring case");
  }
  writer.Add(RoundingText(expr.rounding));
  writer.Under([&] {
    for (const Expr& child : expr.children)
      DumpExpr(writer, child);
  });
}

void DumpType(DumpWriter& writer, const TypeRef& type) {
  writer.Line("type").Add(type.name).Add(type.of);
  if (type.places.has_value())
    writer.Add(type.places->text).Add("places");
  if (type.at_most.has_value())
    writer.Add("at most").Add(type.at_most->text);
  writer.Under([&] {
    for (const TypeRef& element : type.element)
      DumpType(writer, element);
    for (const Expr& end : type.range)
      DumpExpr(writer, end);
  });
}

}  // namespace lq::syntax
