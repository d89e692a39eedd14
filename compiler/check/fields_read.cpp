#include "compiler/check/fields_read.h"

#include <algorithm>
#include <unordered_set>

namespace lq::check {

// Without recursion: derived values may read each other in long chains.
std::vector<std::uint32_t> FieldsRead(const ir::Program& program, ir::ExprId expr) {
  std::vector<std::uint32_t> fields;
  std::unordered_set<std::uint32_t> derived_seen;
  std::vector<ir::ExprId> open{expr};
  while (!open.empty()) {
    const ir::Expr& next = program.exprs[open.back()];
    open.pop_back();
    open.insert(open.end(), next.children.begin(), next.children.end());
    if (next.op == ir::ExprOp::kField)
      fields.push_back(next.index);
    if (next.op == ir::ExprOp::kDerived && derived_seen.insert(next.index).second) {
      open.push_back(program.derived[next.index].value);
    }
  }
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  return fields;
}

bool CanBeMissing(const ir::Program& program, ir::ExprId expr) {
  const std::vector<std::uint32_t> fields = FieldsRead(program, expr);
  return std::any_of(fields.begin(), fields.end(),
                     [&](std::uint32_t field) { return !program.schema.fields[field].required; });
}

}  // namespace lq::check
