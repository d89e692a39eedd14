#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

namespace lq::check {

// `payload "form.json" by hubspot_form`: the file beside the test, and the source, which is
// checked. Nothing, and reported, when one of them is not there or the source gives other leads.
std::optional<ir::GivenPayload> CheckPayload(Context& context, const syntax::GivenItem& item);

}  // namespace lq::check
