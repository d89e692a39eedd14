#pragma once

#include "compiler/check/context.h"
#include "compiler/check/reason_arms.h"

namespace lq::check {

// The parts of one content's text, with its placeholders resolved. What is wrong is reported and
// left out. `arms`: the ways in which the reason comes about whose text this is; null for an
// outcome's or an output's text, which may stand in any decision.
std::vector<ir::TextPart> CheckContentText(Context& context,
                                           const syntax::ContentDeclaration& content,
                                           const std::vector<ReasonArm>* arms);

}  // namespace lq::check
