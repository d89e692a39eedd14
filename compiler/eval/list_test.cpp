#include "compiler/eval/list_test.h"

#include <algorithm>

#include "runtime/value/values.h"

namespace lq::eval {

bool PassesListTest(const ValueTest& test, std::span<const Value> items) {
  const auto has = [&](const Value& constant) {
    return std::any_of(items.begin(), items.end(), [&](const Value& item) {
      return CompareValues(test.type.element, item, constant) == 0;
    });
  };
  const std::vector<Value>& constants = test.constants;
  if (test.cond.test == ir::TestOp::kHasAll) {
    return std::all_of(constants.begin(), constants.end(), has);
  }
  const bool any = std::any_of(constants.begin(), constants.end(), has);
  return test.cond.test == ir::TestOp::kHasAny ? any : !any;
}

}  // namespace lq::eval
