#pragma once

#include <string_view>
#include <vector>

#include "compiler/syntax/unit.h"

namespace lq::syntax {

// The words that begin the nodes' lines in a dump.
std::string_view NodeWord(const Statement& statement);
std::string_view NodeWord(ExprKind kind);
std::vector<std::string_view> AllStatementWords();
std::vector<std::string_view> AllExpressionWords();

// The operator as it is written: "at least".
std::string_view OperatorText(CompareOp op);
// schema, library, policy, tests, source, unknown.
std::string_view UnitKindWord(UnitKind kind);

}  // namespace lq::syntax
