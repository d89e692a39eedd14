#pragma once

#include <string_view>

#include "compiler/eval/situation.h"

namespace lq::eval {

// A content's text in the decision's language; data() is null without one.
std::string_view ContentText(Situation& situation, const ir::Content& content);

// The text that goes with a reason code or an outcome; data() is null without one.
std::string_view ContentText(Situation& situation, ir::Content::Of of, std::string_view name);

}  // namespace lq::eval
