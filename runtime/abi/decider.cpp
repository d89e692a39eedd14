#include "runtime/abi/border.h"
#include "runtime/abi/decider_state.h"

namespace lq::abi {
namespace {

// Goes on to the service's policy when it has changed.
void Follow(lq_decider& decider) {
  if (decider.service == nullptr || decider.service->generation() == decider.generation)
    return;
  std::uint64_t generation = 0;
  std::shared_ptr<const PolicyState> policy = decider.service->policy(generation);
  // The last decision's texts may lie in the policy that goes, and so may a verdict's.
  decider.decision.record.Clear();
  decider.verdict.engine = nullptr;
  decider.work.emplace(std::move(policy));
  decider.generation = generation;
}

const lq_decision* Decide(lq_decider& decider, std::string_view lead, const lq_options& options,
                          lq_error* error) {
  Follow(decider);
  decider.decision.json.clear();
  if (!decider.options.Read(decider.work->policy(), options, error))
    return nullptr;
  decider.work->Decide(lead, decider.options.inputs(), decider.decision.record);
  return &decider.decision;
}

const lq_verdict* Judge(lq_decider& decider, std::string_view lead, const lq_options& options,
                        lq_error* error) {
  Follow(decider);
  if (!decider.options.Read(decider.work->policy(), options, error))
    return nullptr;
  decider.work->Judge(lead, decider.options.inputs(), decider.verdict);
  return &decider.verdict;
}

// What `run` makes of one lead; NULL, which it tells, when something that it needs is NULL.
template <typename Result, typename Run>
const Result* RunOn(lq_decider* decider, const char* lead, const lq_options* options,
                    lq_error* error, Run run) {
  if (decider == nullptr || lead == nullptr || options == nullptr) {
    FailNull(error, decider == nullptr ? "`decider`" : lead == nullptr ? "`lead`" : "`options`");
    return nullptr;
  }
  return Guarded<const Result*>(error, nullptr, run);
}

}  // namespace
}  // namespace lq::abi

extern "C" {

lq_decider* lq_decider_create(lq_policy* policy, lq_error* error) {
  if (policy == nullptr) {
    lq::abi::FailNull(error, "`policy`");
    return nullptr;
  }
  return lq::abi::Guarded<lq_decider*>(error, nullptr, [&] {
    auto decider = std::make_unique<lq_decider>();
    decider->work.emplace(policy->state);
    return decider.release();
  });
}

void lq_decider_destroy(lq_decider* decider) { delete decider; }

const lq_decision* lq_decide(lq_decider* decider, const char* lead, size_t size,
                             const lq_options* options, lq_error* error) {
  return lq::abi::RunOn<lq_decision>(decider, lead, options, error, [&] {
    return lq::abi::Decide(*decider, lq::abi::ViewOf(lead, size), *options, error);
  });
}

const lq_verdict* lq_judge(lq_decider* decider, const char* lead, size_t size,
                           const lq_options* options, lq_error* error) {
  return lq::abi::RunOn<lq_verdict>(decider, lead, options, error, [&] {
    return lq::abi::Judge(*decider, lq::abi::ViewOf(lead, size), *options, error);
  });
}

}  // extern "C"
