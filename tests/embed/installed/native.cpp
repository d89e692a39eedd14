// native FOLDER: machine code of bundles, when it is asked for: which is run, how it is told that
// none is, and that nobody waits for it. FOLDER holds those of tests/embed/native_bundles.h.

#include <lq/policy.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace lq::embed;

constexpr std::string_view kLead = R"({"email":"ana@firm.example","country":"DE","seats":25})";
constexpr int kThreads = 4;
constexpr int kSwaps = 200;
const Options kOptions = {.as_of = 1785542400000};

bool Expect(bool holds, const std::string& what) {
  if (!holds)
    std::cerr << "does not hold: " << what << '\n';
  return holds;
}

bool IsRight(const Verdict& verdict) {
  const std::vector<lq_rule> rules = verdict.rules();
  return verdict.status() == LQ_SETTLED && verdict.outcome() == "call_today" &&
         verdict.confidence() == 890 && rules.size() == 1 && View(rules[0].name) == "many_seats";
}

bool Judges(const Policy& policy) {
  Error error;
  Decider decider(policy, error);
  return IsRight(decider.Judge(kLead, kOptions, error)) && !error;
}

// The code of such a bundle is not run, which is told; the plan judges.
bool Refuses(const std::string& bundle, std::string_view why) {
  Error error;
  Policy policy = Policy::OpenFile(bundle, error);
  const bool refused = !policy.UseNative(error) && error.code() == LQ_ERROR_NATIVE;
  const bool told = error.message().find(why) != std::string_view::npos;
  return Expect(refused && told, bundle + " tells: " + std::string(error.message())) &&
         Expect(!policy.is_native() && Judges(policy), bundle + " judges by the plan");
}

bool Takes(const std::string& bundle) {
  Error error;
  Policy policy = Policy::OpenFile(bundle, error);
  const bool before = Expect(!policy.is_native() && Judges(policy), "nothing runs unasked");
  const bool native = policy.UseNative(error) && policy.UseNative(error) && policy.is_native();
  return before &&
         Expect(native && !error, "code that fits runs: " + std::string(error.message())) &&
         Expect(Judges(policy), "code judges");
}

// Whether something comes true within half a minute.
template <typename True>
bool Waits(True is_true) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!is_true() && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  return is_true();
}

// Threads judge while code is installed, and while policies with and without code take turns.
bool TakesTurns(const std::string& with, const std::string& without) {
  Error error;
  Service service(Policy::OpenFile(with, error), error);
  std::atomic<bool> end = false;
  std::atomic<int> right = 0;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      Error none;
      Decider decider = service.MakeDecider(none);
      while (!end)
        ++(IsRight(decider.Judge(kLead, kOptions, none)) ? right : wrong);
    });
  }
  bool judged = true;
  for (int i = 1; i <= kSwaps && judged; ++i) {
    service.Replace(Policy::OpenFile(with, error), error);
    service.policy().UseNative(error);
    const int before = right;
    judged = service.policy().is_native() && Waits([&] { return right > before; });
    service.Replace(Policy::OpenFile(without, error), error);
  }
  end = true;
  for (std::thread& thread : threads)
    thread.join();
  std::cout << kSwaps << " turns, " << right << " verdicts, " << wrong << " wrong\n";
  return Expect(judged && wrong == 0 && !error, "verdicts under load");
}

}  // namespace

int main(int, char** words) {
  const std::string folder = std::string(words[1]) + "/";
  bool right = Takes(folder + "native.lqb");
  right &= Refuses(folder + "none.lqb", "holds no machine code");
  right &= Refuses(folder + "other.lqb", "is for this processor");
  right &= Refuses(folder + "older.lqb", "another version of lq");
  right &= Refuses(folder + "damaged.lqb", "cannot be run: it is damaged");
  right &= TakesTurns(folder + "native.lqb", folder + "none.lqb");
  return right ? 0 : 1;
}
