#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// One at a time, when all that it names was checked: program.defines[entry.index].
void CheckDefine(Context& context, const syntax::DefineDeclaration& declaration, Entry& entry);

}  // namespace lq::check
