#pragma once

#include <string>

#include "compiler/base/source.h"
#include "tools/testkit/test_runner.h"

namespace lq::testkit {

// "a big team is called", "budget floor, row 2", "rule many_seats, example 1"
std::string TitleOf(const ir::Test& test);

// Why a test failed, for a person: what was expected and what came, the rule that came nearest to
// what was expected, what each of its conditions saw, and what decided instead. `runner` ran it
// last.
std::string FailureText(const TestResult& result, const SourceMap& sources, TestRunner& runner,
                        bool color);

}  // namespace lq::testkit
