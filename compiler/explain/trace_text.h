#pragma once

#include <string>

#include "compiler/explain/explanation.h"

namespace lq {

struct TraceTextOptions {
  bool color = false;
  // Columns before each line.
  int indent = 0;
};

// "holds", "does not hold", "cannot tell"
std::string_view AnswerText(Answer answer);

// `technicians is 25`; ``country is DE; served is [DE, AT]``. Safe to print on a terminal.
std::string SeenText(const TraceNode& node);

// The clauses of a statement, one comparison a line, with a mark for what it came to and what it
// saw:
//
//   when
//     ✓ in_territory
//       ✓ country in served          country is DE
//     ✗ technicians at least 10      technicians is 4
void AppendClauses(const StatementTrace& statement, const TraceTextOptions& options,
                   std::string& out);

}  // namespace lq
