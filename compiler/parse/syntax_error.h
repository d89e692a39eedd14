#pragma once

#include "antlr4-runtime.h"
#include "compiler/parse/tokens.h"

namespace lq::parse {

// Where the grammar could not go on.
struct SyntaxError {
  // Index of the token that cannot stand there.
  std::size_t seen = 0;
  // What could.
  antlr4::misc::IntervalSet expected;
  // All before it is complete: a clause or a statement should begin.
  bool between_clauses = false;
  // How the statement is called: "rule"; empty outside of statements.
  std::string_view statement;
};

// Says so in words, without listing all that the grammar knows: what was seen, what was expected,
// and what the writer may have meant.
void ReportSyntaxError(const SyntaxError& error, const Tokens& tokens, std::string_view text,
                       Reporter& reporter);

}  // namespace lq::parse
