#pragma once

#include <string>
#include <string_view>

namespace lq::schema {

// A regular expression for the text in any case, by simple case folding: JSON Schema has no way to
// ignore case.
std::string AnyCasePattern(std::string_view text);

}  // namespace lq::schema
