#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// `today`, `now`, `outcome`, `confidence`, `tension`: as bare names they are never a field.
bool IsInput(std::string_view name);

// `today` and `now`; in guards also `confidence` and `tension`. Anything else is reported.
Subject InputSubject(Context& context, const syntax::Name& name);

// Reports a guard's name outside a guard; false then.
bool AllowGuardName(Context& context, const syntax::Name& name);

}  // namespace lq::check
