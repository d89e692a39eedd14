#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// The declared field: its type and clauses.
void CheckField(Context& context, const syntax::FieldDeclaration& declaration, Entry& entry);

// Warns when the field that `name` reads is deprecated.
void WarnDeprecated(Context& context, const Entry& field, const syntax::Name& name);

}  // namespace lq::check
