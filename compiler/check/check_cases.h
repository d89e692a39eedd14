#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

namespace lq::check {

// `cases from "cases.csv"` or `"cases.jsonl"`: each row of the file is a test.
void CheckCases(Context& context, const syntax::CasesDeclaration& cases,
                std::vector<ir::Test>& tests);

// The two kinds of files. After so many mistakes a file is not read on.
inline constexpr std::size_t kMostCaseMistakes = 20;
void CheckCsvCases(Context& context, const ir::Test& head, FileId file,
                   std::vector<ir::Test>& tests);
void CheckJsonCases(Context& context, const ir::Test& head, FileId file,
                    std::vector<ir::Test>& tests);

}  // namespace lq::check
