#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"

namespace lq::test {

// What a decision depends on beside policy and lead.
struct DecideInputs {
  // UTC milliseconds.
  std::int64_t as_of = 0;
  // One a toggle of the program; empty: the defaults.
  std::span<const bool> toggles;
  // Empty: no texts.
  std::string_view language;
};

// One way to decide: the oracle, or a tier of the engine. All must give the same bytes.
class Tier {
 public:
  virtual ~Tier() = default;
  virtual std::string_view name() const = 0;
  virtual void Decide(const Lead& lead, const DecideInputs& inputs, Decision& decision) = 0;

  // The decision as JSON.
  std::string DecideJson(const Lead& lead, const DecideInputs& inputs);

 private:
  Decision decision_;
};

// Every tier there is, the oracle first. The program outlives them.
std::vector<std::unique_ptr<Tier>> MakeTiers(const ir::Program& program,
                                             std::shared_ptr<const plan::Plan> plan);

// A date (its midnight, UTC) or an instant, as UTC milliseconds.
std::int64_t ParseAsOf(std::string_view text);

}  // namespace lq::test
