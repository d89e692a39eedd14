#pragma once

#include <string_view>

#include "runtime/intake/json_scanner.h"

namespace lq::intake {

// What is wrong with any JSON text, by the scanner that reads leads: kNone for a text that it
// accepts.
JsonProblem CheckJson(std::string_view text);
// The same with a scanner that goes on to say more, and whose memory is reused.
JsonProblem CheckJson(std::string_view text, JsonScanner& scanner);

// The `code` of the error that a lead gets for it: "not_json", ….
std::string_view CodeOf(JsonProblem problem);

}  // namespace lq::intake
