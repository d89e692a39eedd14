#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "tests/bench/engine_side/measured_engine.h"

namespace lq::bench {

// A generated policy of so many rules, compiled, with leads.
struct SizedPolicy {
  SizedPolicy(int rule_count, std::size_t leads);

  // The percentage of leads for which some rule holds.
  double HitRate();

  int rules;
  std::unique_ptr<Compilation> compilation;
  MeasuredEngine engine;
  std::vector<std::string> texts;
  std::vector<Lead> parsed;
};

}  // namespace lq::bench
