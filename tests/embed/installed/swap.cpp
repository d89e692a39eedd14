// swap ONE.lqb OTHER.lqb: threads decide while the policy is replaced, and each decision is wholly
// that of one of them; what is replaced gives its memory back.

#include <lq/policy.h>

#include <atomic>
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

// How many decisions were as one of `right`, and how many as none.
struct Count {
  std::atomic<int> right = 0;
  std::atomic<int> wrong = 0;
};

void DecideUntil(const std::atomic<bool>& end, Service& service,
                 const std::map<std::string, std::string>& right, Count& count) {
  Error error;
  Decider decider = service.MakeDecider(error);
  while (!end) {
    const Decision decision = decider.Decide(kLead, {.as_of = kAsOf}, error);
    const auto found = right.find(std::string(decision.hash()));
    ++(found != right.end() && decision.json() == found->second ? count.right : count.wrong);
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
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  // Sanitizers keep what is freed.
  return true;
#else
  return after * 100 <= before * 105;
#endif
}

// Threads decide while the one policy takes the other's place.
bool SwapsUnderLoad(const char* one, const char* other) {
  Error error;
  const Policy policies[] = {Policy::OpenFile(one, error), Policy::OpenFile(other, error)};
  std::map<std::string, std::string> right;
  for (const Policy& policy : policies)
    right[std::string(policy.hash())] = DecidedBy(policy);
  Service service(policies[0], error);
  std::atomic<bool> end = false;
  Count count;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] { DecideUntil(end, service, right, count); });
  for (int i = 1; i <= kSwaps; ++i) {
    service.Replace(policies[i % 2], error);
    std::this_thread::yield();
  }
  end = true;
  for (std::thread& thread : threads)
    thread.join();
  const bool counted =
      service.generation() == kSwaps && service.policy().hash() == policies[0].hash();
  std::cout << kSwaps << " swaps, " << count.right << " decisions, " << count.wrong << " wrong\n";
  return right.size() == 2 && counted && !error && count.right > 0 && count.wrong == 0;
}

}  // namespace

int main(int, char** words) {
  const bool right = SwapsUnderLoad(words[1], words[2]);
  return GivesMemoryBack(words[2]) && right ? 0 : 1;
}
