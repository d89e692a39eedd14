#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/testkit/coverage/measure.h"

namespace lq::testkit {

// What `--require` asks of one measure.
struct Gate {
  Measure measure = Measure::kRule;
  // At least so many percent, 0 to 100.
  std::uint64_t percent = 100;
};

// Reads `rule=100,condition=95,three-per-rule`; a measure alone asks for all of it. False with what
// is wrong in `problem` and how to put it right in `help`, each a sentence without a full stop.
bool ReadGates(std::string_view text, std::vector<Gate>& gates, std::string& problem,
               std::string& help);

}  // namespace lq::testkit
