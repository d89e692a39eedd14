// allocations HELLO.lqb: a decider that is warm asks for no memory, with its JSON and all; nor does
// a verdict with its rules.

#include <lq/lq.h>

#include <cstdio>
#include <cstdlib>
#include <new>

namespace {
std::size_t allocations = 0;
}

// The library's calls come here, too.
void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* const memory = std::malloc(bytes == 0 ? 1 : bytes))
    return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(bytes == 0 ? 1 : bytes);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main(int, char** words) {
  const char* const leads[] = {
      R"({"$id":"ana","email":"ana@firm.example","country":"DE","seats":25})",
      R"({"email":"cem@bank.example","country":"AT"})",
      R"({"email":"dee@farm.example","country":"DE","seats":{"from":51,"to":200}})"};
  lq_policy* const policy = lq_policy_open_file(words[1], nullptr);
  lq_decider* const decider = lq_decider_create(policy, nullptr);
  lq_options options = {};
  options.as_of = 1785542400000;
  const auto decide_all = [&] {
    std::size_t bytes = 0;
    for (const char* const lead : leads) {
      bytes += lq_decision_json(lq_decide(decider, lead, LQ_WHOLE, &options, nullptr)).size;
      bytes += lq_verdict_rule_count(lq_judge(decider, lead, LQ_WHOLE, &options, nullptr));
    }
    return bytes;
  };
  for (int i = 0; i < 10; ++i)
    decide_all();
  const std::size_t before = allocations;
  const std::size_t bytes = decide_all();
  std::printf("%zu allocations before, %zu in %zu bytes of decisions\n", before,
              allocations - before, bytes);
  const bool counted = before > 0 && bytes > 1000;
  const bool none = allocations == before;
  lq_decider_destroy(decider);
  lq_policy_release(policy);
  return counted && none ? 0 : 1;
}
