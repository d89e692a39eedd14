// no_memory HELLO.lqb: when memory fails, at whichever request for it, calls of lq.h say so, and
// what is asked for again is right.

#include <lq/lq.h>

#include <cstdlib>
#include <iostream>
#include <new>
#include <string>

namespace {

// Requests until one fails; below zero: none does.
long until_failure = -1;
bool failed = false;

void* Allocate(std::size_t bytes) {
  if (until_failure == 0) {
    failed = true;
    return nullptr;
  }
  if (until_failure > 0)
    --until_failure;
  return std::malloc(bytes == 0 ? 1 : bytes);
}

}  // namespace

// The library's calls come here, too.
void* operator new(std::size_t bytes) {
  if (void* const memory = Allocate(bytes))
    return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return Allocate(bytes); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

constexpr const char* kLead =
    R"({"$id":"L-01","email":"ana@craft.example","country":"DE","seats":25})";

// Runs `call` with the first, the second, … request failing until all are granted. `holds` is asked
// with memory again, and whether the call had it.
template <typename Call, typename Holds>
bool AtEachRequest(const char* what, Call call, Holds holds) {
  for (long requests = 0; requests < 100000; ++requests) {
    until_failure = requests;
    failed = false;
    call();
    const bool granted = !failed;
    until_failure = -1;
    if (!holds(granted)) {
      std::cerr << what << " is wrong where request " << requests << " fails\n";
      return false;
    }
    if (granted) {
      std::cout << what << ": " << requests << " requests\n";
      return true;
    }
  }
  return false;
}

lq_options Options() {
  lq_options options = {};
  options.as_of = 1785542400000;
  return options;
}

bool Opens(const char* path) {
  lq_error error = {};
  lq_policy* policy = nullptr;
  return AtEachRequest(
      "opening",
      [&] {
        error = {};
        policy = lq_policy_open_file(path, &error);
      },
      [&](bool granted) {
        const bool right = granted ? policy != nullptr : error.code == LQ_ERROR_MEMORY;
        lq_policy_release(policy);
        return right;
      });
}

// Each time by a decider that has no memory yet.
bool Decides(lq_policy* policy) {
  lq_error error = {};
  lq_decider* decider = nullptr;
  const lq_decision* decision = nullptr;
  const lq_options options = Options();
  return AtEachRequest(
      "deciding",
      [&] {
        error = {};
        decider = lq_decider_create(policy, &error);
        decision = lq_decide(decider, kLead, LQ_WHOLE, &options, &error);
      },
      [&](bool granted) {
        const bool right = granted ? decision != nullptr : error.code == LQ_ERROR_MEMORY;
        lq_decider_destroy(decider);
        return right;
      });
}

bool Judges(lq_policy* policy) {
  lq_error error = {};
  lq_decider* decider = nullptr;
  const lq_verdict* verdict = nullptr;
  std::size_t rules = 0;
  const lq_options options = Options();
  return AtEachRequest(
      "judging",
      [&] {
        error = {};
        decider = lq_decider_create(policy, &error);
        verdict = lq_judge(decider, kLead, LQ_WHOLE, &options, &error);
        rules = lq_verdict_rule_count(verdict);
      },
      [&](bool granted) {
        // Without memory for them there are none; asked again, there are.
        const bool told = verdict != nullptr || error.code == LQ_ERROR_MEMORY;
        const bool again = verdict == nullptr || lq_verdict_rule_count(verdict) == 1;
        lq_decider_destroy(decider);
        return told && again && (!granted || rules == 1);
      });
}

bool WritesJson(lq_policy* policy, const std::string& whole) {
  std::size_t size = 0;
  lq_decider* decider = nullptr;
  const lq_decision* decision = nullptr;
  const lq_options options = Options();
  const auto begin = [&] {
    decider = lq_decider_create(policy, nullptr);
    decision = lq_decide(decider, kLead, LQ_WHOLE, &options, nullptr);
  };
  begin();
  return AtEachRequest(
             "writing JSON", [&] { size = lq_decision_json(decision).size; },
             [&](bool granted) {
               const lq_text again = lq_decision_json(decision);
               const bool right = size == (granted ? whole.size() : 0) &&
                                  std::string_view(again.data, again.size) == whole;
               lq_decider_destroy(decider);
               begin();
               return right;
             }) &&
         (lq_decider_destroy(decider), true);
}

std::string JsonOf(lq_policy* policy) {
  const lq_options options = Options();
  lq_decider* const decider = lq_decider_create(policy, nullptr);
  const lq_text json = lq_decision_json(lq_decide(decider, kLead, LQ_WHOLE, &options, nullptr));
  const std::string whole(json.data, json.size);
  lq_decider_destroy(decider);
  return whole;
}

}  // namespace

int main(int, char** words) {
  lq_policy* const policy = lq_policy_open_file(words[1], nullptr);
  const std::string whole = JsonOf(policy);
  const bool right = whole.size() > 100 && Opens(words[1]) && Decides(policy) && Judges(policy) &&
                     WritesJson(policy, whole);
  lq_policy_release(policy);
  return right ? 0 : 1;
}
