#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::TypeRef;

TypeRef ParseElement(Walk& walk, LqParser::ElementTypeContext* rule) {
  TypeRef type;
  if (rule == nullptr)
    return type;
  type.span = walk.SpanOf(rule);
  if (rule->name != nullptr) {
    type.name = walk.Used(rule->name);
  } else {
    type.name = walk.Dotted(rule->start);
    type.of = walk.Used(rule->of);
  }
  return type;
}

// `list of text at most 40 at most 5`: the last size is the list's.
TypeRef ParseListType(Walk& walk, LqParser::TypeContext& rule) {
  TypeRef type;
  type.span = walk.SpanOf(&rule);
  type.name = walk.Dotted(rule.start);
  type.element.push_back(ParseElement(walk, rule.element));
  if (rule.sizes.empty())
    return type;
  type.at_most = walk.Number(rule.sizes.back()->number);
  if (rule.sizes.size() == 1)
    return type;
  const LqParser::AtMostContext& first = *rule.sizes.front();
  type.element.front().at_most = walk.Number(first.number);
  type.element.front().span.end = walk.SpanOf(&first).end;
  if (rule.sizes.size() == 2)
    return type;
  Diagnostic& report = walk.Report(DiagnosticKind::kRepeatedClause, walk.SpanOf(rule.sizes[2]),
                                   "`at most` stands once too often in this type");
  report.help = "write the size of the text, then the size of the list";
  return type;
}

}  // namespace

TypeRef ParseType(Walk& walk, LqParser::TypeContext* rule) {
  TypeRef type;
  if (rule == nullptr || rule->start == nullptr)
    return type;
  if (rule->element != nullptr)
    return ParseListType(walk, *rule);
  type.span = walk.SpanOf(rule);
  if (rule->of != nullptr) {
    type.name = walk.Dotted(rule->start);
    type.of = walk.Used(rule->of);
    return type;
  }
  type.name = walk.Used(rule->name);
  if (rule->currency != nullptr)
    type.of = walk.Dotted(rule->currency);
  if (rule->number != nullptr)
    type.places = walk.Number(rule->number);
  if (rule->low != nullptr) {
    type.range.push_back(ParseLiteral(walk, rule->low));
    type.range.push_back(ParseLiteral(walk, rule->high));
  }
  if (rule->size != nullptr)
    type.at_most = walk.Number(rule->size->number);
  return type;
}

}  // namespace lq::parse
