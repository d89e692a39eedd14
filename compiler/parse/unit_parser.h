#pragma once

#include <memory>

#include "compiler/parse/error_strategy.h"
#include "compiler/parse/walk.h"

namespace lq::parse {

class TableWalk;
class TestTableWalk;

// A list, a set or a fixture may be long, but a statement this long (a table's rows aside) is none
// that a person wrote, and its tree would be large.
constexpr std::size_t kMostStatementTokens = 200'000;
constexpr std::size_t kMostStatements = 100'000;

// Parses statement after statement, and a table row after row, each into a tree of its own that is
// walked and let go: trees take hundreds of bytes a token.
class UnitParser {
 public:
  UnitParser(std::string_view text, Tokens& tokens, Reporter& reporter);
  void Run(syntax::Unit& unit);
  // Where the clauses and rows begin that were read.
  std::vector<std::uint32_t> TakeClauses() { return walk_.TakeClauses(); }

 private:
  std::size_t At() { return stream_.LA(1); }
  const LexedToken& Here() { return tokens_[stream_.index()]; }
  void Stop() { stream_.seek(tokens_.size() - 1); }

  template <typename Rule>
  Rule* Try(Rule* (LqParser::*rule)());
  void ReportLimit(std::string_view rule);

  void Edition(syntax::Unit& unit);
  void Header(syntax::Unit& unit);
  void ReportNoUnit();
  void MendWord();
  void Statement(syntax::Unit& unit);
  void ParseOne(syntax::Unit& unit);
  void ReportMisplaced(syntax::UnitKind kind, const std::vector<syntax::UnitKind>& units);

  bool BeginsTestTable();
  syntax::TableDeclaration Table();
  syntax::TestTableDeclaration TestTable();
  // What follows a table's head.
  template <typename Walker, typename Row, typename Clause>
  void Rows(Walker& table, Row* (LqParser::*row)(), Clause* (LqParser::*clause)(),
            std::initializer_list<std::size_t> clause_words);

  Tokens& tokens_;
  Reporter& reporter_;
  TokenVector stream_;
  LqParser parser_;
  std::shared_ptr<ErrorStrategy> strategy_;
  Walk walk_;
  // The tree of what was parsed last; gone when the next is.
  antlr4::ParserRuleContext* last_ = nullptr;
  // There was a mistake in it; in the statement.
  bool failed_ = false;
  bool broken_ = false;
};

}  // namespace lq::parse
