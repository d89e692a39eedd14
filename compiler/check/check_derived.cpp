#include "compiler/check/check_derived.h"

#include "compiler/check/check_expression.h"

namespace lq::check {

void CheckDerived(Context& context, const syntax::DerivedDeclaration& declaration, Entry& entry) {
  const WithPlace place(context, Place::kDerived);
  const ir::ExprId value = CheckValue(context, declaration.value);
  if (value == ir::kNone) {
    entry.broken = true;
    return;
  }
  entry.index = static_cast<std::uint32_t>(context.program->derived.size());
  context.derived_protected.push_back(ReadsProtected(context, value));
  context.program->derived.push_back({declaration.name.text, value, declaration.span});
}

}  // namespace lq::check
