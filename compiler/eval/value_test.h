#pragma once

#include <vector>

#include "compiler/eval/condition_form.h"
#include "compiler/eval/situation.h"

namespace lq::eval {

// A test of one value against constants.
struct ValueTest {
  const ir::Cond& cond;
  // Of what is tested.
  const Type& type;
  bool negated = false;
  std::vector<Value> constants;
};

ValueTest ValueTestOf(Situation& situation, const Literal& literal);

// Whether the value passes, `negated` aside.
bool Passes(Situation& situation, const ValueTest& test, const Value& value);

}  // namespace lq::eval
