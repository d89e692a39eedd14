#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

// What a `given` describes, once CheckGiven found nothing wrong with it.
namespace lq::check {

// A field's value as a constant, alternatives, a band or reports.
ir::GivenValue BuildGivenValue(Context& context, const syntax::GivenItem& item, const Type& type);

// Starts from `base`: what the item names is replaced.
void ApplyGivenItem(Context& context, const syntax::GivenItem& item, ir::Given& base);

// Reports what is wrong with the payloads of a given that is not built, since something else is
// wrong, too.
void CheckPayloads(Context& context, const syntax::Given& given);

// With the fixtures that it starts from.
ir::Given BuildGiven(Context& context, const syntax::Given& given);

}  // namespace lq::check
