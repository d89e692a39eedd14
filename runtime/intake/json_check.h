#pragma once

#include <string_view>

#include "runtime/intake/json_tokens.h"

namespace lq::intake {

// What is wrong with any JSON text, by the scanner that reads leads: kNone for a text that it
// accepts.
JsonProblem CheckJson(std::string_view text);

}  // namespace lq::intake
