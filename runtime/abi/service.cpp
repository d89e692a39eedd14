#include "runtime/abi/border.h"
#include "runtime/abi/decider_state.h"

struct lq_service {
  std::shared_ptr<lq::abi::ServiceState> state;
};

extern "C" {

lq_service* lq_service_create(lq_policy* policy, lq_error* error) {
  if (policy == nullptr) {
    lq::abi::FailNull(error, "`policy`");
    return nullptr;
  }
  return lq::abi::Guarded<lq_service*>(error, nullptr, [&] {
    return new lq_service{std::make_shared<lq::abi::ServiceState>(policy->state)};
  });
}

void lq_service_destroy(lq_service* service) { delete service; }

lq_code lq_service_replace(lq_service* service, lq_policy* policy, lq_error* error) {
  if (service == nullptr || policy == nullptr) {
    lq::abi::FailNull(error, service == nullptr ? "`service`" : "`policy`");
    return LQ_ERROR_ARGUMENT;
  }
  return lq::abi::Guard(error, [&] {
    service->state->Replace(policy->state);
    return LQ_OK;
  });
}

lq_policy* lq_service_policy(lq_service* service) {
  if (service == nullptr)
    return nullptr;
  return lq::abi::Guarded<lq_policy*>(nullptr, nullptr, [&] {
    std::uint64_t generation = 0;
    return new lq_policy(service->state->policy(generation));
  });
}

uint64_t lq_service_generation(const lq_service* service) {
  return service == nullptr ? 0 : service->state->generation();
}

lq_decider* lq_service_decider(lq_service* service, lq_error* error) {
  if (service == nullptr) {
    lq::abi::FailNull(error, "`service`");
    return nullptr;
  }
  return lq::abi::Guarded<lq_decider*>(error, nullptr, [&] {
    auto decider = std::make_unique<lq_decider>();
    decider->service = service->state;
    decider->work.emplace(service->state->policy(decider->generation));
    return decider.release();
  });
}

}  // extern "C"
