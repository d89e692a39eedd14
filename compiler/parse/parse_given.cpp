#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::GivenAlternative;
using syntax::GivenItem;

void ReportMixedGiven(Walk& walk, Span span) {
  Diagnostic& report =
      walk.Report(DiagnosticKind::kMixedGiven, span, "a given value is one thing at a time");
  report.notes.emplace_back(
      "It is a constant, `missing`, a band such as `51 to 200`, values joined by `or`, or reports, "
      "each with "
      "its `from`.");
  report.help = "give the band or the values alone";
}

GivenAlternative ParseAlternative(Walk& walk, LqParser::AlternativeContext& rule) {
  GivenAlternative alternative;
  alternative.value = ParseConstant(walk, rule.low);
  if (rule.origin != nullptr)
    alternative.from = walk.Used(rule.origin);
  alternative.at = ParseLiteral(walk, rule.at);
  return alternative;
}

// `at least 51`, `at most 50`
void OpenBand(Walk& walk, LqParser::GivenValueContext& rule, GivenItem& item) {
  item.is_band = true;
  const bool least = rule.side->getType() == LqParser::LEAST;
  (least ? item.low : item.high) = ParseConstant(walk, rule.constant());
}

// All alternatives have a `from`, or none; a band stands alone.
void CheckAlternatives(Walk& walk, LqParser::GivenValueContext& rule, const GivenItem& item) {
  std::size_t from = 0;
  bool band = false;
  for (LqParser::AlternativeContext* alternative : rule.alternatives) {
    from += alternative->origin != nullptr ? 1 : 0;
    band = band || alternative->high != nullptr;
  }
  const std::size_t all = rule.alternatives.size();
  const bool mixed = (from != 0 && from != all) || (band && (all > 1 || from > 0));
  if (mixed && !walk.broken())
    ReportMixedGiven(walk, item.span);
}

GivenItem ParseItem(Walk& walk, LqParser::GivenItemContext& rule) {
  GivenItem item;
  switch (rule.start->getType()) {
    case LqParser::TODAY:
    case LqParser::NOW:
      item.kind = rule.start->getType() == LqParser::TODAY ? GivenItem::Kind::kToday
                                                           : GivenItem::Kind::kNow;
      item.value = ParseLiteral(walk, rule.literal());
      break;
    case LqParser::TOGGLE:
      item.kind = GivenItem::Kind::kToggle;
      item.name = walk.Used(rule.name);
      item.toggle_on = rule.state != nullptr && rule.state->getType() == LqParser::ON;
      break;
    default:
      if (auto* payload = rule.text()) {
        item.kind = GivenItem::Kind::kPayload;
        item.name = walk.Used(rule.name);
        syntax::Literal file = walk.Text(payload);
        item.value.kind = syntax::ExprKind::kText;
        item.value.text = std::move(file.text);
        item.value.span = file.span;
        break;
      }
      item = ParseGivenValue(walk, rule.givenValue());
      item.name = rule.dotted != nullptr ? walk.Dotted(rule.dotted) : walk.Used(rule.field);
      break;
  }
  item.span = walk.SpanOf(&rule);
  return item;
}

}  // namespace

GivenItem ParseGivenValue(Walk& walk, LqParser::GivenValueContext* rule) {
  GivenItem item;
  if (rule == nullptr || rule->start == nullptr)
    return item;
  item.span = walk.SpanOf(rule);
  item.missing = rule->MISSING() != nullptr;
  if (rule->side != nullptr)
    OpenBand(walk, *rule, item);
  if (rule->alternatives.empty())
    return item;
  CheckAlternatives(walk, *rule, item);
  LqParser::AlternativeContext* first = rule->alternatives.front();
  if (first->high != nullptr) {
    item.is_band = true;
    item.low = ParseConstant(walk, first->low);
    item.high = ParseConstant(walk, first->high);
    return item;
  }
  for (LqParser::AlternativeContext* alternative : rule->alternatives) {
    item.alternatives.push_back(ParseAlternative(walk, *alternative));
  }
  return item;
}

syntax::Given ParseGiven(Walk& walk, LqParser::GivenContext* rule) {
  syntax::Given given;
  if (rule == nullptr || rule->start == nullptr)
    return given;
  given.span = walk.SpanOf(rule);
  given.fixture = walk.Used(rule->fixtureName);
  if (auto* items = rule->givenItems()) {
    for (LqParser::GivenItemContext* item : items->items)
      given.items.push_back(ParseItem(walk, *item));
  }
  return given;
}

}  // namespace lq::parse
