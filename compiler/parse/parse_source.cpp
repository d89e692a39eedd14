#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::FieldMapping;

class MappingWalk {
 public:
  MappingWalk(Walk& walk, LqParser::SourceFieldContext& rule)
      : walk_(walk), rule_(rule), once_(walk, "field") {}

  FieldMapping Run() {
    mapping_.span = walk_.SpanOf(&rule_);
    mapping_.field = walk_.Path(rule_.name);
    for (LqParser::MappingClauseContext* clause : rule_.clauses)
      Clause(*clause);
    RequireValue();
    return std::move(mapping_);
  }

 private:
  void Clause(LqParser::MappingClauseContext& clause) {
    const Span word = walk_.SpanOf(clause.start);
    if (!once_.Take(walk_.WordOf(clause.start), word))
      return;
    switch (clause.start->getType()) {
      case LqParser::FROM:
        for (LqParser::TextContext* place : clause.places)
          mapping_.places.push_back(walk_.Text(place));
        return;
      case LqParser::IS:
        mapping_.constant = ParseConstant(walk_, clause.constant());
        return;
      case LqParser::BAND:
        for (LqParser::BandCaseContext* band : clause.bands)
          mapping_.bands.push_back(Band(*band));
        return;
      case LqParser::WHERE:
        for (LqParser::WhereCaseContext* value : clause.values) {
          mapping_.cases.push_back(
              {walk_.Text(value->text()), ParseConstant(walk_, value->constant())});
        }
        return;
      case LqParser::BY:
        mapping_.by = Function(clause);
        return;
      case LqParser::AS:
        mapping_.as = ParseConversion(walk_, clause.conversion());
        return;
      default:
        mapping_.times = walk_.Number(clause.number);
        return;
    }
  }

  syntax::BandCase Band(LqParser::BandCaseContext& rule) {
    syntax::BandCase band;
    band.text = walk_.Text(rule.text());
    const bool open = rule.side != nullptr;
    const bool most = open && rule.side->getType() == LqParser::MOST;
    syntax::Expr first = ParseConstant(walk_, rule.low);
    // One value alone is a band of itself.
    if (!open)
      band.high = rule.high != nullptr ? ParseConstant(walk_, rule.high) : first;
    (most ? band.high : band.low) = std::move(first);
    return band;
  }

  // `by country_name` or `by phone_number_in DE`.
  syntax::Expr Function(LqParser::MappingClauseContext& clause) {
    syntax::Expr function = ParseWord(walk_, clause.function);
    if (auto* argument = clause.literal()) {
      function.kind = syntax::ExprKind::kCall;
      function.children.push_back(ParseLiteral(walk_, argument));
      function.span.end = walk_.SpanOf(argument).end;
    }
    return function;
  }

  void RequireValue() {
    if (once_.Has("from") || once_.Has("is") || walk_.broken())
      return;
    Diagnostic& report = walk_.Report(DiagnosticKind::kMissingClause, mapping_.field.span,
                                      "the field has neither `from` nor `is`");
    report.help = "say where its value comes from: `from \"Column\"`, or `is` and a constant";
  }

  Walk& walk_;
  LqParser::SourceFieldContext& rule_;
  ClauseOnce once_;
  FieldMapping mapping_;
};

}  // namespace

syntax::Conversion ParseConversion(Walk& walk, LqParser::ConversionContext* rule) {
  syntax::Conversion as;
  if (rule == nullptr)
    return as;
  as.kind = walk.Used(rule->kind);
  as.unit = walk.Used(rule->unit);
  if (rule->sample != nullptr)
    as.format = walk.Text(rule->sample);
  if (rule->zone != nullptr)
    as.zone = walk.Text(rule->zone);
  return as;
}

FieldMapping ParseSourceField(Walk& walk, LqParser::SourceFieldContext& rule) {
  return MappingWalk(walk, rule).Run();
}

}  // namespace lq::parse
