#include "compiler/check/check_define.h"

#include "compiler/check/check_condition.h"
#include "compiler/check/condition_terms.h"

namespace lq::check {

void CheckDefine(Context& context, const syntax::DefineDeclaration& declaration, Entry& entry) {
  const ir::CondId when = CheckCondition(context, declaration.when);
  entry.broken = when == ir::kNone;
  if (entry.broken)
    return;
  context.program->defines[entry.index].when = when;
  context.define_terms[entry.index] = CountTerms(context, when);
}

}  // namespace lq::check
