#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/engine/kernel.h"
#include "runtime/engine/native_entries.h"
#include "runtime/engine/verdict.h"
#include "runtime/engine/verdict_columns.h"
#include "runtime/plan/plan.h"
#include "runtime/plan/row_layout.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"

namespace lq {

namespace engine {
struct EngineTables;
class QuickVerdict;
}  // namespace engine

// What a decision depends on beside policy and lead.
struct DecisionInputs {
  // UTC milliseconds.
  std::int64_t as_of = 0;
  // One a toggle of the plan, in its order; empty: the defaults.
  std::span<const bool> toggles;
  // "DE"; empty: no texts.
  std::string_view language;
};

// A plan that decides: at once as data, and by native code once that is installed. Shared by any
// number of threads without locks.
class Engine {
 public:
  explicit Engine(std::shared_ptr<const plan::Plan> plan);
  ~Engine();
  const plan::Plan& plan() const { return *plan_; }
  // What native code is made from; none when the plan has too many conditions for it. Lives as long
  // as the engine.
  std::optional<engine::Kernel> kernel() const;
  // Lets verdicts be found by native code of this engine's kernel, from now on and for every
  // thread. Once only; lives until the engine ends.
  void Install(std::shared_ptr<const engine::NativeEntries> native);
  bool is_native() const { return native_.load(std::memory_order_acquire) != nullptr; }
  // How rows of leads are laid out.
  const plan::RowLayout& layout() const;
  // Of VerdictColumns::fired, a lead.
  std::size_t fired_bytes() const;
  // The rules of Verdict::fired: indices of Plan::rules, ascending.
  void RulesOf(const Verdict& verdict, std::vector<std::uint32_t>& rules) const;

 private:
  friend class Decider;
  std::shared_ptr<const plan::Plan> plan_;
  std::unique_ptr<const engine::EngineTables> tables_;
  std::unique_ptr<const engine::QuickVerdict> quick_;
  std::shared_ptr<const engine::NativeEntries> installed_;
  std::atomic<const engine::NativeEntries*> native_ = nullptr;
};

// One thread's working memory over an engine that outlives it.
class Decider {
 public:
  explicit Decider(const Engine& engine);
  ~Decider();

  // Decides a lead that a LeadReader read for the plan's schema and the same as-of. Allocates
  // nothing after warm-up.
  void Decide(const Lead& lead, const DecisionInputs& inputs, Decision& decision);
  // The same decision as a verdict, many times faster.
  Verdict Judge(const Lead& lead, const DecisionInputs& inputs);
  // Of a lead of which every field has one value or none, as a row of the engine's layout. Texts
  // and lists of the row live until the call returns.
  Verdict Judge(const std::uint64_t* row, const DecisionInputs& inputs);
  // The verdicts of all leads of columns, by far the fastest a lead. The plan has at most 253
  // outcomes.
  void JudgeColumns(const LeadColumns& leads, const DecisionInputs& inputs,
                    const VerdictColumns& verdicts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lq
