#include "compiler/parse/error_strategy.h"

#include <fmt/format.h>

#include "compiler/parse/pasted_table.h"
#include "compiler/parse/spelling.h"
#include "compiler/parse/syntax_error.h"
#include "compiler/parse/token_words.h"

namespace lq::parse {
namespace {

using antlr4::ParserRuleContext;
using antlr4::atn::ATNState;
using antlr4::misc::IntervalSet;

constexpr std::size_t kNoRule = static_cast<std::size_t>(-1);

// Rules whose clauses follow each other in any order.
bool HasClauses(std::size_t rule) {
  switch (rule) {
    case LqParser::RuleSchemaField:
    case LqParser::RuleSourceField:
    case LqParser::RuleLookup:
    case LqParser::RuleOutcomes:
    case LqParser::RuleScore:
    case LqParser::RuleRuleStatement:
    case LqParser::RuleEvidence:
    case LqParser::RuleGuard:
    case LqParser::RuleTest:
    case LqParser::RuleProperty:
      return true;
    default:
      return false;
  }
}

bool IsRowRule(std::size_t rule) {
  return rule == LqParser::RuleHeaderRow || rule == LqParser::RuleRow ||
         rule == LqParser::RuleTestRow;
}

bool InRow(const antlr4::RuleContext* context) {
  for (; context != nullptr; context = dynamic_cast<const antlr4::RuleContext*>(context->parent)) {
    if (IsRowRule(context->getRuleIndex()))
      return true;
  }
  return false;
}

antlr4::tree::ParseTree* LastLeaf(antlr4::tree::ParseTree* tree) {
  while (tree != nullptr && !tree->children.empty())
    tree = tree->children.back();
  return tree;
}

// The leaf that was matched last before the parser, now in `context`, got stuck.
antlr4::tree::ParseTree* LeafBefore(antlr4::tree::ParseTree* context) {
  if (!context->children.empty())
    return LastLeaf(context);
  for (antlr4::tree::ParseTree* parent = context->parent; parent != nullptr;
       parent = context->parent) {
    const auto& all = parent->children;
    const auto here = std::find(all.begin(), all.end(), context);
    if (here != all.begin() && here != all.end())
      return LastLeaf(*(here - 1));
    context = parent;
  }
  return nullptr;
}

// The rule whose tree holds the leaf or tree.
std::size_t RuleOf(antlr4::tree::ParseTree* leaf) {
  const auto* rule = leaf == nullptr ? nullptr : dynamic_cast<ParserRuleContext*>(leaf->parent);
  return rule == nullptr ? kNoRule : rule->getRuleIndex();
}

// Where a bare value was read last, a comparison could have followed; not on the next line, though,
// where a clause was meant.
IntervalSet WithComparisons(const IntervalSet& next, antlr4::tree::ParseTree* leaf,
                            const LexedToken& seen) {
  IntervalSet expected = next;
  if (leaf == nullptr || seen.begins_line())
    return expected;
  for (antlr4::tree::ParseTree* tree = leaf->parent; tree != nullptr; tree = tree->parent) {
    const auto* comparison = dynamic_cast<LqParser::ComparisonContext*>(tree);
    if (comparison == nullptr)
      continue;
    if (comparison->ending != nullptr)
      return expected;
    for (const std::size_t type : {LqParser::IS, LqParser::AT, LqParser::IN, LqParser::CONTAINS}) {
      expected.add(static_cast<ssize_t>(type));
    }
    return expected;
  }
  return expected;
}

}  // namespace

antlr4::Token* ErrorStrategy::recoverInline(antlr4::Parser* parser) {
  throw antlr4::InputMismatchException(parser);
}

void ErrorStrategy::recover(antlr4::Parser* parser, std::exception_ptr) {
  antlr4::TokenStream& stream = *parser->getTokenStream();
  if (stream.index() != failed_at_)
    failed_states_.clear();
  failed_at_ = stream.index();
  const bool again = !failed_states_.insert(parser->getState()).second;
  if (again && stream.LA(1) != antlr4::Token::EOF)
    stream.consume();
  Skip(*parser, InRow(parser->getContext()));
}

void ErrorStrategy::reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) {
  if (probing_)
    throw antlr4::ParseCancellationException();
  GiveUpWhenFull();
  if (recovering_)
    return;
  recovering_ = true;
  const std::size_t seen = error.getOffendingToken()->getTokenIndex();
  if (TurnBack(LeafBefore(parser->getContext()), *parser))
    return;
  ReportSyntaxError({seen, error.getExpectedTokens(), false, statement_}, tokens_, text_,
                    reporter_);
}

void ErrorStrategy::sync(antlr4::Parser* parser) {
  ParserRuleContext* context = parser->getContext();
  if (!HasClauses(context->getRuleIndex()))
    return;
  const auto& atn = parser->getATN();
  const IntervalSet& next = atn.nextTokens(atn.states[parser->getState()]);
  antlr4::TokenStream& stream = *parser->getTokenStream();
  const auto ends = [&] {
    return stream.LA(1) == antlr4::Token::EOF || next.contains(stream.LA(1)) ||
           !next.contains(static_cast<ssize_t>(antlr4::Token::EPSILON)) ||
           EndsStatement(stream.index());
  };
  if (ends())
    return;
  if (probing_)
    throw antlr4::ParseCancellationException();
  GiveUpWhenFull();
  if (!recovering_) {
    recovering_ = true;
    if (TurnBack(LeafBefore(context), *parser)) {
      if (ends())
        return;
    } else {
      ReportBetweenClauses(stream.index(),
                           WithComparisons(next, LeafBefore(context), tokens_[stream.index()]));
    }
  }
  while (!ends()) {
    stream.consume();
    Skip(*parser, false);
  }
}

void ErrorStrategy::SkipToStatement(antlr4::Parser& parser, ParserRuleContext* before) {
  antlr4::TokenStream& stream = *parser.getTokenStream();
  const bool turned = before != nullptr && TurnBack(LastLeaf(before), parser);
  if (!turned && !recovering_) {
    antlr4::tree::ParseTree* leaf = LastLeaf(before);
    ReportBetweenClauses(stream.index(), WithComparisons({}, leaf, tokens_[stream.index()]));
  }
  recovering_ = true;
  if (!EndsStatement(stream.index()))
    SkipStatement(parser);
}

void ErrorStrategy::SkipStatement(antlr4::Parser& parser) {
  antlr4::TokenStream& stream = *parser.getTokenStream();
  do {
    stream.consume();
    Skip(parser, false);
  } while (!EndsStatement(stream.index()));
}

void ErrorStrategy::SkipToRow(antlr4::Parser& parser, ParserRuleContext* before) {
  antlr4::TokenStream& stream = *parser.getTokenStream();
  if (before != nullptr && TurnBack(LastLeaf(before), parser))
    return;
  if (SkipPastedRows(parser))
    return;
  if (!recovering_)
    ReportBetweenClauses(stream.index(), {});
  recovering_ = true;
  stream.consume();
  Skip(parser, false);
}

std::size_t ErrorStrategy::MeantStatement(std::size_t index) const {
  const LexedToken& token = tokens_[index];
  const bool word = token.getType() == LqParser::NAME || token.getType() == LqParser::BAD_WORD;
  // A name follows on the same line.
  const bool named = index + 1 < tokens_.size() && !tokens_[index + 1].begins_line() &&
                     tokens_[index + 1].getType() != LqParser::COMMA;
  if (!word || !token.begins_line() || !named)
    return 0;
  const Span span = token.span();
  const std::string seen = LowerAscii(text_.substr(span.begin, span.end - span.begin));
  return TypeOfWord(NearestName(seen, StatementsOf(unit_)));
}

bool ErrorStrategy::EndsStatement(std::size_t index) const {
  const LexedToken& token = tokens_[index];
  if (token.getType() == antlr4::Token::EOF || MeantStatement(index) != 0)
    return true;
  if (UseOfType(token.getType()) == WordUse::kStatement)
    return true;
  return token.begins_line() && !UnitsOf(WordOfType(token.getType())).empty();
}

// Skips to the next token that may not be skipped; none, if that is the one at hand.
void ErrorStrategy::Skip(antlr4::Parser& parser, bool in_row) {
  antlr4::TokenStream& stream = *parser.getTokenStream();
  while (stream.LA(1) != antlr4::Token::EOF && !StopsSkipping(stream.index(), in_row))
    stream.consume();
}

bool ErrorStrategy::StopsSkipping(std::size_t index, bool in_row) const {
  const LexedToken& token = tokens_[index];
  const std::size_t type = token.getType();
  if (type == antlr4::Token::EOF)
    return true;
  if (in_row && (type == LqParser::BAR || type == LqParser::ROW_END))
    return true;
  return token.begins_line() &&
         (type == LqParser::BAR || BeginsClause(type) || EndsStatement(index));
}

void ErrorStrategy::ReportBetweenClauses(std::size_t seen, const IntervalSet& expected) {
  ReportSyntaxError({seen, expected, true, statement_}, tokens_, text_, reporter_);
}

// A clause's word that begins a line was taken for the name or value that is missing before it:
// goes back, so that it begins its clause.
bool ErrorStrategy::TurnBack(antlr4::tree::ParseTree* leaf, antlr4::Parser& parser) {
  const bool as_other = RuleOf(leaf) == LqParser::RuleOtherWord;
  const bool as_name = RuleOf(as_other ? leaf->parent : leaf) == LqParser::RuleAnyWord;
  if (!as_other && !as_name)
    return false;
  const auto& word = Lexed(*dynamic_cast<antlr4::tree::TerminalNode*>(leaf)->getSymbol());
  const std::size_t index = word.getTokenIndex();
  if (!word.begins_line() || !BeginsClause(word.getType()) || index <= turned_back_to_)
    return false;
  turned_back_to_ = index;
  parser.getTokenStream()->seek(index);
  const Span before = tokens_[index - 1].span();
  const std::string_view seen = text_.substr(before.begin, before.end - before.begin);
  Diagnostic& report = reporter_.Report(DiagnosticKind::kUnfinished, before,
                                        fmt::format("something is missing after `{}`", Clip(seen)));
  report.primary.text = as_name ? "a name must follow" : "a value must follow";
  report.secondary.push_back(
      {word.span(), fmt::format("`{}` begins the next clause", WordOfType(word.getType()))});
  return true;
}

void ErrorStrategy::GiveUpWhenFull() const {
  if (reporter_.full())
    throw antlr4::ParseCancellationException();
}

bool ErrorStrategy::SkipPastedRows(antlr4::Parser& parser) {
  antlr4::TokenStream& stream = *parser.getTokenStream();
  const std::optional<std::size_t> end =
      ReportPastedRows(text_, tokens_[stream.index()].span().begin, reporter_);
  if (!end.has_value())
    return false;
  while (tokens_[stream.index()].span().begin < *end && stream.LA(1) != antlr4::Token::EOF)
    stream.consume();
  return true;
}

}  // namespace lq::parse
