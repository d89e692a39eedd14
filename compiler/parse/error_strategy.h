#pragma once

#include "LqParser.h"
#include "antlr4-runtime.h"
#include "compiler/parse/tokens.h"
#include "compiler/parse/words.h"

namespace lq::parse {

// How the parser goes on after a mistake: it skips to the next word that begins a clause or
// statement at the beginning of a line, or to the next bar of a row, and never past one. While
// probing (the quick first try at a statement) the first mistake ends the try with a
// ParseCancellationException; so does the first one after the reporter is full.
class ErrorStrategy final : public antlr4::ANTLRErrorStrategy {
 public:
  ErrorStrategy(const Tokens& tokens, std::string_view text, Reporter& reporter)
      : tokens_(tokens), text_(text), reporter_(reporter) {}

  void set_probing(bool probing) { probing_ = probing; }
  // The word that the statement being parsed begins with.
  void set_statement(std::string_view word) { statement_ = word; }

  // The unit that is parsed: a slip is taken for a word of its statements.
  void set_unit(syntax::UnitKind unit) { unit_ = unit; }

  // Skips the statement that begins here.
  void SkipStatement(antlr4::Parser& parser);
  // Reports the token at which no statement begins, after the one that was parsed last, and skips
  // to where the next one begins.
  void SkipToStatement(antlr4::Parser& parser, antlr4::ParserRuleContext* before);
  // The same within a table, to its next row, clause, or the next statement.
  void SkipToRow(antlr4::Parser& parser, antlr4::ParserRuleContext* before);
  // The type of the word that a statement begins with where the token is a slip of it, as `ruel` is
  // of `rule`; else 0.
  std::size_t MeantStatement(std::size_t index) const;
  // Whether a statement begins at the token, or the file ends.
  bool EndsStatement(std::size_t index) const;

  void reset(antlr4::Parser*) override {
    recovering_ = false;
    failed_states_.clear();
  }
  antlr4::Token* recoverInline(antlr4::Parser* parser) override;
  void recover(antlr4::Parser* parser, std::exception_ptr error) override;
  void sync(antlr4::Parser* parser) override;
  bool inErrorRecoveryMode(antlr4::Parser*) override { return recovering_; }
  void reportMatch(antlr4::Parser*) override { recovering_ = false; }
  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override;

 private:
  bool StopsSkipping(std::size_t index, bool in_row) const;
  void Skip(antlr4::Parser& parser, bool in_row);
  void ReportBetweenClauses(std::size_t seen, const antlr4::misc::IntervalSet& expected);
  bool TurnBack(antlr4::tree::ParseTree* leaf, antlr4::Parser& parser);
  bool SkipPastedRows(antlr4::Parser& parser);
  void GiveUpWhenFull() const;

  const Tokens& tokens_;
  std::string_view text_;
  Reporter& reporter_;
  std::string_view statement_;
  syntax::UnitKind unit_ = syntax::UnitKind::kUnknown;
  bool probing_ = false;
  bool recovering_ = false;
  // The token at which parsing failed last, and in which states of the parser: what fails there in
  // one state twice is skipped, or it would fail for ever.
  std::size_t failed_at_ = 0;
  std::set<std::size_t> failed_states_;
  // The parser went back to this token once; it does not twice.
  std::size_t turned_back_to_ = 0;
};

}  // namespace lq::parse
