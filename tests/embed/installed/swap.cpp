// swap ONE.lqb OTHER.lqb: threads decide while the policy is replaced, and each decision is wholly
// that of one of them.

#include <lq/policy.h>

#include <atomic>
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

}  // namespace

int main(int, char** words) {
  Error error;
  const Policy policies[] = {Policy::OpenFile(words[1], error), Policy::OpenFile(words[2], error)};
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
  return right.size() == 2 && counted && !error && count.right > 0 && count.wrong == 0 ? 0 : 1;
}
