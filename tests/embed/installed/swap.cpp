// swap ONE.lqb OTHER.lqb: threads decide while the policy is replaced, and each decision is wholly
// that of one of them; what is replaced gives its memory back.

#include <lq/policy.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <thread>

namespace {

using namespace lq::embed;

constexpr int kThreads = 4;
constexpr int kSwaps = 400;
constexpr std::string_view kLead = R"({"email":"ana@firm.example","country":"DE","seats":25})";
constexpr std::int64_t kAsOf = 1785542400000;

std::string DecidedBy(const Policy& policy) {
  Error error;
  Decider decider(policy, error);
  return std::string(decider.Decide(kLead, {.as_of = kAsOf}, error).json());
}

// What a policy decides, and how many decisions were so.
struct Counted {
  std::string json;
  std::atomic<int> decisions = 0;
};

// By the policy's hash.
using Counts = std::map<std::string, Counted, std::less<>>;

// Counts decisions that are as none of the policies decides as `wrong`.
void DecideUntil(const std::atomic<bool>& end, Service& service, Counts& counts,
                 std::atomic<int>& wrong) {
  Error error;
  Decider decider = service.MakeDecider(error);
  while (!end) {
    const Decision decision = decider.Decide(kLead, {.as_of = kAsOf}, error);
    const auto found = counts.find(decision.hash());
    const bool right = found != counts.end() && decision.json() == found->second.json;
    ++(right ? found->second.decisions : wrong);
  }
}

// Pages of this process that are in memory.
long Pages() {
  std::ifstream file("/proc/self/statm");
  long all = 0;
  long resident = 0;
  file >> all >> resident;
  return resident;
}

// Opens a policy anew for each swap and decides by it.
void SwapOften(const std::string& path, Service& service, int times) {
  Error error;
  Decider decider = service.MakeDecider(error);
  for (int i = 0; i < times; ++i) {
    service.Replace(Policy::OpenFile(path, error), error);
    decider.Decide(kLead, {.as_of = kAsOf}, error);
  }
}

bool GivesMemoryBack(const std::string& path) {
  Error error;
  Service service(Policy::OpenFile(path, error), error);
  SwapOften(path, service, 1000);
  const long before = Pages();
  SwapOften(path, service, 10000);
  const long after = Pages();
  std::cout << "10000 swaps of new policies: " << before << " pages, then " << after << '\n';
#ifdef LQ_SANITIZED
  // Sanitizers keep what is freed.
  return true;
#else
  return after * 100 <= before * 105;
#endif
}

// Whether something comes true within half a minute.
template <typename True>
bool Waits(True is_true) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!is_true() && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  return is_true();
}

// Threads decide while the one policy takes the other's place; each time some decide by the new
// one.
bool SwapsUnderLoad(const char* one, const char* other) {
  Error error;
  const Policy policies[] = {Policy::OpenFile(one, error), Policy::OpenFile(other, error)};
  Counts counts;
  for (const Policy& policy : policies)
    counts[std::string(policy.hash())].json = DecidedBy(policy);
  Service service(policies[0], error);
  std::atomic<bool> end = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] { DecideUntil(end, service, counts, wrong); });
  bool followed = true;
  for (int i = 1; i <= kSwaps && followed; ++i) {
    const std::atomic<int>& decisions = counts.find(policies[i % 2].hash())->second.decisions;
    const int before = decisions;
    service.Replace(policies[i % 2], error);
    followed = Waits([&] { return decisions > before; });
  }
  end = true;
  for (std::thread& thread : threads)
    thread.join();
  const bool swapped =
      service.generation() == kSwaps && service.policy().hash() == policies[0].hash();
  std::cout << kSwaps << " swaps, " << wrong << " wrong decisions, right ones:";
  for (const auto& [hash, counted] : counts)
    std::cout << ' ' << counted.decisions;
  std::cout << '\n';
  return counts.size() == 2 && followed && swapped && !error && wrong == 0;
}

}  // namespace

int main(int, char** words) {
  const bool right = SwapsUnderLoad(words[1], words[2]);
  return GivesMemoryBack(words[2]) && right ? 0 : 1;
}
