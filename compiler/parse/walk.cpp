#include "compiler/parse/walk.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"
#include "compiler/parse/scan.h"
#include "compiler/parse/spelling.h"
#include "compiler/parse/token_words.h"

namespace lq::parse {
namespace {

// Where these are declared the checker says why they cannot be.
bool IsReadable(std::size_t type) {
  switch (type) {
    case LqParser::TODAY:
    case LqParser::NOW:
    case LqParser::OUTCOME:
    case LqParser::CONFIDENCE:
    case LqParser::TENSION:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string_view Walk::TextOf(const antlr4::Token* token) const {
  return token == nullptr ? std::string_view() : TextAt(Lexed(*token).span());
}

std::string_view Walk::WordOf(const antlr4::Token* token) {
  return token == nullptr ? std::string_view() : WordOfType(token->getType());
}

Span Walk::SpanOf(const antlr4::Token* token) const {
  return token == nullptr ? Span{reporter_.file(), 0, 0} : Lexed(*token).span();
}

Span Walk::SpanOf(const antlr4::ParserRuleContext* rule) const {
  if (rule == nullptr || rule->start == nullptr)
    return {reporter_.file(), 0, 0};
  Span span = Lexed(*rule->start).span();
  // A rule without tokens stops before it starts.
  if (rule->stop != nullptr)
    span.end = std::max(span.begin, Lexed(*rule->stop).span().end);
  return span;
}

Span Walk::SpanBefore(const antlr4::Token* first, const antlr4::Token* next) const {
  Span span = SpanOf(first);
  if (next == nullptr || next->getTokenIndex() == 0)
    return span;
  span.end = std::max(span.end, tokens_[next->getTokenIndex() - 1].span().end);
  return span;
}

void Walk::ReportPasted(Span span, std::string_view seen, std::string_view word) {
  Diagnostic& report = Report(DiagnosticKind::kPastedOperator, span,
                              fmt::format("`{}` is written `{}`", seen, word));
  report.help = fmt::format("write `{}`", word);
  const auto is_space = [&](std::size_t at) {
    return at >= text_.size() || text_[at] == ' ' || text_[at] == '\n';
  };
  std::string replacement(word);
  if (span.begin > 0 && !is_space(span.begin - 1) && text_[span.begin - 1] != '(')
    replacement.insert(0, " ");
  if (!is_space(span.end))
    replacement += ' ';
  report.fixes.push_back({span, std::move(replacement), true});
}

bool Walk::TakeTerms(std::size_t terms, Span span) {
  const bool was_fine = terms_ <= kMostTerms;
  terms_ += terms;
  if (terms_ <= kMostTerms)
    return true;
  if (!was_fine)
    return false;
  Diagnostic& report =
      Report(DiagnosticKind::kLimit, span, "a condition or expression has at most 5,000 terms");
  report.primary.text = "here it is more";
  report.help = "divide it into defines or derived values, or put long lists into a set";
  return false;
}

// Reports a word that is not spelled as its kind is, and goes on with the right spelling.
syntax::Name Walk::Spelled(Span span, std::string corrected, std::string_view problem) {
  Diagnostic& report = Report(DiagnosticKind::kNameSpelling, span,
                              fmt::format("`{}` is {}", Clip(TextAt(span)), problem));
  if (!corrected.empty()) {
    report.help = fmt::format("write `{}`", Clip(corrected));
    report.fixes.push_back({span, corrected, false});
  }
  return {std::move(corrected), span};
}

syntax::Name Walk::Used(antlr4::ParserRuleContext* word) {
  if (word == nullptr || word->start == nullptr)
    return {};
  const Span span = SpanOf(word->start);
  const std::size_t type = word->start->getType();
  // The next clause, taken for the name that is missing; reported.
  if (broken_ && Lexed(*word->start).begins_line() && BeginsClause(type))
    return {};
  if (type != LqParser::BAD_WORD && type != LqParser::CODE)
    return {std::string(TextAt(span)), span};
  return Spelled(span, AsName(TextAt(span)),
                 "no name: names are written in small letters a to z, digits and `_`");
}

syntax::Name Walk::Declared(LqParser::AnyWordContext* word) {
  if (word == nullptr || word->start == nullptr)
    return {};
  const std::size_t type = word->start->getType();
  if (UseOfType(type) == WordUse::kNone || IsReadable(type))
    return Used(word);
  const Span span = SpanOf(word->start);
  const std::string_view seen = TextAt(span);
  Diagnostic& report =
      Report(DiagnosticKind::kReservedName, span,
             fmt::format("`{}` is a word of the language and can be no name here", seen));
  report.help = fmt::format("choose another name, such as `{}_` or one that says more", seen);
  return {std::string(seen), span};
}

syntax::Name Walk::Dotted(const antlr4::Token* token) const {
  return {std::string(TextOf(token)), SpanOf(token)};
}

syntax::Name Walk::Path(LqParser::PathContext* path) {
  if (path == nullptr)
    return {};
  return path->dotted != nullptr ? Dotted(path->dotted) : Used(path->anyWord());
}

std::vector<syntax::Name> Walk::Names(LqParser::WordListContext* list) {
  std::vector<syntax::Name> names;
  if (list == nullptr)
    return names;
  for (LqParser::PathContext* item : list->items)
    names.push_back(Path(item));
  return names;
}

std::vector<syntax::Name> Walk::Paths(LqParser::PathListContext* list) {
  std::vector<syntax::Name> names;
  if (list == nullptr)
    return names;
  for (LqParser::PathContext* item : list->items)
    names.push_back(Path(item));
  return names;
}

syntax::Name Walk::Code(antlr4::ParserRuleContext* code) {
  if (code == nullptr || code->start == nullptr)
    return {};
  const Span span = SpanOf(code->start);
  if (code->start->getType() == LqParser::CODE)
    return {std::string(TextAt(span)), span};
  return Spelled(span, AsCode(TextAt(span)),
                 "no code: codes are written in capital letters A to Z, digits and `_`");
}

std::vector<syntax::Name> Walk::Codes(LqParser::CodeListContext* list) {
  std::vector<syntax::Name> codes;
  if (list == nullptr)
    return codes;
  for (LqParser::CodeContext* item : list->items)
    codes.push_back(Code(item));
  return codes;
}

std::vector<syntax::Literal> Walk::Texts(LqParser::TextListContext* list) {
  std::vector<syntax::Literal> texts;
  if (list == nullptr)
    return texts;
  for (LqParser::TextContext* item : list->items)
    texts.push_back(Text(item));
  return texts;
}

syntax::Literal Walk::Number(const antlr4::Token* token) const {
  std::string digits;
  for (const char c : TextOf(token)) {
    if (c != '_')
      digits += c;
  }
  return {std::move(digits), SpanOf(token)};
}

syntax::Literal Walk::NumberOf(LqParser::LiteralContext* literal, syntax::ExprKind kind,
                               std::string_view sample) {
  if (literal == nullptr)
    return {};
  syntax::Expr value = ParseLiteral(*this, literal);
  if (value.kind == kind)
    return {std::move(value.text), value.span};
  if (value.kind != syntax::ExprKind::kError) {
    Diagnostic& report = Report(DiagnosticKind::kSyntax, value.span,
                                fmt::format("`{}` cannot stand here", Clip(TextAt(value.span))));
    report.primary.text = fmt::format("expected something like `{}`", sample);
  }
  return {{}, value.span};
}

bool ClauseOnce::Take(std::string_view clause, Span place) {
  walk_.NoteClause(place);
  const auto before = std::find_if(seen_.begin(), seen_.end(),
                                   [&](const Seen& seen) { return seen.clause == clause; });
  if (before == seen_.end()) {
    seen_.push_back({clause, place});
    return true;
  }
  Diagnostic& report =
      walk_.Report(DiagnosticKind::kRepeatedClause, place,
                   fmt::format("`{}` stands twice in this {}", clause, statement_));
  report.primary.text = "the second one";
  report.secondary.push_back({before->place, "the first one"});
  report.help = clause == "when" ? "join the two conditions with `and`" : "remove one of the two";
  return false;
}

bool ClauseOnce::Has(std::string_view clause) const {
  return std::any_of(seen_.begin(), seen_.end(),
                     [&](const Seen& seen) { return seen.clause == clause; });
}

void ClauseOnce::Require(std::initializer_list<std::string_view> clauses,
                         const syntax::Name& name) {
  if (walk_.broken())
    return;
  for (const std::string_view clause : clauses) {
    if (Has(clause))
      continue;
    Diagnostic& report =
        walk_.Report(DiagnosticKind::kMissingClause, name.span,
                     fmt::format("the {} `{}` has no `{}`", statement_, Clip(name.text), clause));
    report.help = fmt::format("add a line that begins with `{}`", clause);
  }
}

}  // namespace lq::parse
