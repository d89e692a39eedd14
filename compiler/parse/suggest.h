#pragma once

#include "compiler/parse/syntax_error.h"

namespace lq::parse {

// Adds to the report on a syntax error what the writer may have meant: the help, and a fix where
// one edit mends it.
void Suggest(const SyntaxError& error, const Tokens& tokens, std::string_view text,
             Diagnostic& report);

}  // namespace lq::parse
