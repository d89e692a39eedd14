#include "runtime/abi/border.h"
#include "runtime/abi/describe.h"
#include "runtime/abi/policy_state.h"
#include "runtime/file/read_file.h"
#include "runtime/native/bundled_code.h"

namespace lq::abi {

PolicyState::PolicyState(bundle::Bundle bundle)
    : engine(std::move(bundle.plan)),
      description(Description(engine.plan())),
      native_(std::move(bundle.native)) {}

bool PolicyState::UseNative(std::string& problem) {
  const std::lock_guard lock(installing_);
  if (engine.is_native())
    return true;
  const std::optional<engine::Kernel> kernel = engine.kernel();
  if (!kernel) {
    problem = kNoKernel;
    return false;
  }
  const std::shared_ptr<const NativeCode> code = LoadBundled(*kernel, native_, problem);
  if (code == nullptr)
    return false;
  engine.Install({code, &code->entries()});
  return true;
}

namespace {

lq_policy* Open(std::string_view bytes, lq_error* error) {
  bundle::Problem problem;
  std::optional<bundle::Bundle> bundle = bundle::OpenBundle(bytes, problem);
  if (!bundle) {
    Fail(error, LQ_ERROR_BUNDLE, problem.text);
    return nullptr;
  }
  return new lq_policy(std::make_shared<PolicyState>(*std::move(bundle)));
}

lq_policy* OpenFile(const std::string& path, lq_error* error) {
  std::string bytes;
  std::string problem;
  if (!ReadFile(path, bytes, problem)) {
    Fail(error, LQ_ERROR_FILE, "`" + path + "` cannot be read: " + problem);
    return nullptr;
  }
  lq_policy* const policy = Open(bytes, error);
  if (policy == nullptr && error != nullptr && error->code == LQ_ERROR_BUNDLE)
    Fail(error, LQ_ERROR_BUNDLE, "`" + path + "`: " + error->message);
  return policy;
}

}  // namespace
}  // namespace lq::abi

using lq::abi::TextOf;

extern "C" {

int32_t lq_abi_version() { return LQ_ABI_VERSION; }
const char* lq_version() { return LQ_VERSION; }

lq_policy* lq_policy_open(const void* bytes, size_t size, lq_error* error) {
  if (bytes == nullptr) {
    lq::abi::FailNull(error, "`bytes`");
    return nullptr;
  }
  return lq::abi::Guarded<lq_policy*>(error, nullptr, [&] {
    return lq::abi::Open({static_cast<const char*>(bytes), size}, error);
  });
}

lq_policy* lq_policy_open_file(const char* path, lq_error* error) {
  if (path == nullptr) {
    lq::abi::FailNull(error, "`path`");
    return nullptr;
  }
  return lq::abi::Guarded<lq_policy*>(error, nullptr,
                                      [&] { return lq::abi::OpenFile(path, error); });
}

lq_policy* lq_policy_retain(lq_policy* policy) {
  if (policy != nullptr)
    policy->owners.fetch_add(1, std::memory_order_relaxed);
  return policy;
}

void lq_policy_release(lq_policy* policy) {
  if (policy != nullptr && policy->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
    delete policy;
}

lq_text lq_policy_name(const lq_policy* policy) {
  return TextOf(policy == nullptr ? std::string_view() : policy->state->plan().policy);
}

int64_t lq_policy_version(const lq_policy* policy) {
  return policy == nullptr ? 0 : policy->state->plan().version;
}

lq_text lq_policy_hash(const lq_policy* policy) {
  return TextOf(policy == nullptr ? std::string_view() : policy->state->plan().hash);
}

size_t lq_policy_outcome_count(const lq_policy* policy) {
  return policy == nullptr ? 0 : policy->state->plan().outcomes.size();
}

lq_text lq_policy_outcome(const lq_policy* policy, size_t index) {
  return TextOf(index >= lq_policy_outcome_count(policy)
                    ? std::string_view()
                    : policy->state->plan().outcomes[index].name);
}

lq_code lq_policy_use_native(lq_policy* policy, lq_error* error) {
  if (policy == nullptr) {
    lq::abi::FailNull(error, "`policy`");
    return LQ_ERROR_ARGUMENT;
  }
  return lq::abi::Guard(error, [&] {
    std::string problem;
    if (policy->state->UseNative(problem))
      return LQ_OK;
    lq::abi::Fail(error, LQ_ERROR_NATIVE, problem);
    return LQ_ERROR_NATIVE;
  });
}

int lq_policy_is_native(const lq_policy* policy) {
  return policy != nullptr && policy->state->engine.is_native() ? 1 : 0;
}

lq_text lq_policy_describe(const lq_policy* policy) {
  return TextOf(policy == nullptr ? std::string_view() : policy->state->description);
}

}  // extern "C"
