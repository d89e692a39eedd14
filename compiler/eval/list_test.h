#pragma once

#include <span>

#include "compiler/eval/value_test.h"

namespace lq::eval {

// `has any of`, `has all of`, `has none of` the constants.
bool PassesListTest(const ValueTest& test, std::span<const Value> items);

}  // namespace lq::eval
