#pragma once

#include <memory>

#include "compiler/include/lq/compile.h"
#include "tests/bench/engine_side/lead_window.h"
#include "tests/bench/engine_side/measured_engine.h"

namespace lq::bench {

// A generated policy of so many rules, compiled, with leads.
struct SizedPolicy {
  // `leads` in all, looked at `window` at a time.
  SizedPolicy(int rule_count, std::size_t leads, std::size_t window);

  // The percentage of the window's leads for which some rule holds.
  double HitRate();

  int rules;
  std::unique_ptr<Compilation> compilation;
  // The plan as data; and by native code, where `has_native`.
  MeasuredEngine engine;
  MeasuredEngine native;
  bool has_native;
  LeadWindow leads;
};

}  // namespace lq::bench
