#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "LqParser.h"
#include "compiler/parse/tokens.h"
#include "compiler/syntax/unit.h"

namespace lq::parse {

// What every walk over a rule's tree needs: the text, the tokens, where to report, and how names,
// codes and texts are read. A rule that failed leaves null children behind; every function here
// takes null for "was not there" and answers with the empty thing.
class Walk {
 public:
  Walk(std::string_view text, const Tokens& tokens, Reporter& reporter)
      : text_(text), tokens_(tokens), reporter_(reporter) {}

  // `broken`: the statement has syntax errors, which were reported.
  void BeginStatement(bool broken) {
    broken_ = broken;
    terms_ = 0;
  }
  bool broken() const { return broken_; }

  // A clause or a row begins here.
  void NoteClause(Span place) { clauses_.push_back(place.begin); }
  std::vector<std::uint32_t> TakeClauses() { return std::move(clauses_); }

  // Counts the terms of one whole condition or expression. False, once reported, when they are too
  // many.
  bool TakeTerms(std::size_t terms, Span span);
  // Around each condition, so that terms are counted for the outermost one.
  void EnterExpr() { terms_ = expr_depth_++ == 0 ? 0 : terms_; }
  void LeaveExpr() { --expr_depth_; }

  Diagnostic& Report(DiagnosticKind kind, Span span, std::string message) {
    return reporter_.Report(kind, span, std::move(message));
  }
  // Reports an operator or word to be written otherwise; the fix is certain.
  void ReportPasted(Span span, std::string_view seen, std::string_view word);

  std::string_view TextAt(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }
  std::string_view TextOf(const antlr4::Token* token) const;
  // The word of the language that the token is, however it was capitalised.
  static std::string_view WordOf(const antlr4::Token* token);
  Span SpanOf(const antlr4::Token* token) const;
  Span SpanOf(const antlr4::ParserRuleContext* rule) const;
  // From the first token to the one before `next`.
  Span SpanBefore(const antlr4::Token* first, const antlr4::Token* next) const;

  // A name that is declared to be read bare, in conditions and values: a reserved word is reported.
  syntax::Name Declared(LqParser::AnyWordContext* word);
  // A name that something declared elsewhere bears, or one that may be any word.
  syntax::Name Used(antlr4::ParserRuleContext* word);
  // A field's name or a column's: words joined by dots, all of them free.
  syntax::Name Path(LqParser::PathContext* path);
  syntax::Name Dotted(const antlr4::Token* token) const;
  std::vector<syntax::Name> Names(LqParser::WordListContext* list);
  std::vector<syntax::Name> Paths(LqParser::PathListContext* list);
  syntax::Name Code(antlr4::ParserRuleContext* code);
  std::vector<syntax::Name> Codes(LqParser::CodeListContext* list);

  // A text, decoded.
  syntax::Literal Text(LqParser::TextContext* text);
  std::vector<syntax::Literal> Texts(LqParser::TextListContext* list);
  // A number without `_`.
  syntax::Literal Number(const antlr4::Token* token) const;
  // The number of a literal that must be of that kind (`90%`, `4 points`, `365 days`); reports any
  // other.
  syntax::Literal NumberOf(LqParser::LiteralContext* literal, syntax::ExprKind kind,
                           std::string_view sample);

 private:
  syntax::Name Spelled(Span span, std::string corrected, std::string_view problem);

  std::string_view text_;
  const Tokens& tokens_;
  Reporter& reporter_;
  bool broken_ = false;
  std::size_t terms_ = 0;
  std::size_t expr_depth_ = 0;
  std::vector<std::uint32_t> clauses_;
};

// Reports a clause that stands twice in one statement.
class ClauseOnce {
 public:
  ClauseOnce(Walk& walk, std::string_view statement) : walk_(walk), statement_(statement) {}
  // Notes that a clause begins at `place`. False when one of that name stood before; then it is
  // reported.
  bool Take(std::string_view clause, Span place);
  bool Has(std::string_view clause) const;
  // Reports each of these that did not stand, at the statement's name; not in a broken statement,
  // which lacks clauses for another reason.
  void Require(std::initializer_list<std::string_view> clauses, const syntax::Name& name);

 private:
  struct Seen {
    std::string_view clause;
    Span place;
  };

  Walk& walk_;
  std::string_view statement_;
  std::vector<Seen> seen_;
};

}  // namespace lq::parse
