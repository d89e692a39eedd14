// Policy versions that come and go while threads decide: what is retired is given back, plan and
// machine code.

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include "compiler/include/lq/compile.h"
#include "compiler/jit/jit.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/native/native_code.h"
#include "tests/support/package/memory_files.h"

namespace lq::test {
namespace {

#ifdef LQ_SANITIZED
// Sanitizers keep what was given back, and are slow.
constexpr bool kSanitized = true;
constexpr int kSwaps = 500;
#else
constexpr bool kSanitized = false;
constexpr int kSwaps = 10'000;
#endif

constexpr int kPolicies = 8;
constexpr int kDeciders = 2;

// One of a policy's versions: its seats from which it calls.
struct Source {
  std::shared_ptr<const plan::Plan> plan;
  std::string image;
};

std::shared_ptr<const plan::Plan> MakePolicy(int seats) {
  MemoryFiles files;
  files.Add("lead.lq",
            "edition 2026\nschema lead version 1\n"
            "field seats is integer from 0 to 1000 optional\n"
            "field country is country optional\n");
  files.Add("policy.lq",
            "edition 2026\npolicy p version 1\nuses schema lead\n"
            "outcomes strongest first\n  call, wait\n  otherwise wait because NO\n"
            "  undecided becomes ask_lead\n  doubtful becomes look\n"
            "rule big\n  choose call\n  when seats at least " +
                std::to_string(seats) + "\n  reason BIG\n");
  const std::unique_ptr<Compilation> compilation = Compile(files, "policy.lq");
  return compilation->program == nullptr ? nullptr : MakePlan(*compilation->program);
}

Source MakeSource(int seats) {
  Source source{MakePolicy(seats), {}};
  const Engine engine(source.plan);
  std::string problem;
  source.image = CompileKernel(engine.kernel().value(), NativeTarget::Host(), problem);
  EXPECT_EQ(problem, "");
  return source;
}

// A version that decides by native code; `calls`: what it says of the lead of 500 seats.
struct Version {
  Version(const Source& source, bool calls_now) : engine(source.plan), calls(calls_now) {
    std::string problem;
    const auto code = NativeCode::Load(source.image, problem);
    EXPECT_NE(code, nullptr) << problem;
    engine.Install({code, &code->entries()});
  }
  Engine engine;
  bool calls;
};

// The version that decides now.
class Current {
 public:
  std::shared_ptr<const Version> Get() {
    const std::lock_guard lock(mutex_);
    return version_;
  }
  void Set(std::shared_ptr<const Version> version) {
    const std::lock_guard lock(mutex_);
    // What it was ends outside the lock.
    version_.swap(version);
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const Version> version_;
};

void DecideUntil(const std::atomic<bool>& ended, Current& current, std::atomic<int>& wrong) {
  const std::shared_ptr<const Version> first = current.Get();
  LeadReader reader(first->engine.plan().schema);
  Lead lead;
  reader.Read(R"({"seats":500,"country":"DE"})", 0, lead);
  while (!ended.load()) {
    const std::shared_ptr<const Version> version = current.Get();
    Decider decider(version->engine);
    for (int i = 0; i < 10; ++i) {
      const Verdict verdict = decider.Judge(lead, {});
      const bool calls = version->engine.plan().outcomes[verdict.proposed].name == "call";
      if (verdict.status != Status::kSettled || calls != version->calls)
        ++wrong;
    }
  }
}

// Bytes of this process in memory.
std::size_t Resident() {
  malloc_trim(0);
  std::size_t all = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::ptrdiff_t Mappings() {
  std::ifstream maps("/proc/self/maps");
  return std::count(std::istreambuf_iterator<char>(maps), {}, '\n');
}

TEST(SwapTest, WhatIsRetiredIsGivenBack) {
  std::vector<Source> sources;
  // Half of them call from 100 to 400 seats, half from 600 to 900.
  for (int i = 0; i < kPolicies; ++i)
    sources.push_back(MakeSource(100 * (i < kPolicies / 2 ? i + 1 : i + 2)));
  Current current;
  const auto swap = [&](int number) {
    const auto which = static_cast<std::size_t>(number % kPolicies);
    current.Set(std::make_shared<Version>(sources[which], which < kPolicies / 2));
  };
  swap(0);
  std::atomic<bool> ended = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kDeciders; ++i)
    threads.emplace_back([&] { DecideUntil(ended, current, wrong); });
  for (int i = 0; i < kSwaps / 10; ++i)
    swap(i);
  const std::size_t before = Resident();
  const std::ptrdiff_t mappings = Mappings();
  for (int i = 0; i < kSwaps; ++i)
    swap(i);
  const std::size_t after = Resident();
  ended = true;
  for (std::thread& thread : threads)
    thread.join();
  EXPECT_EQ(wrong.load(), 0);
  RecordProperty("bytes_before", std::to_string(before));
  RecordProperty("bytes_after", std::to_string(after));
  if (!kSanitized) {
    EXPECT_LE(after, before + before / 20);
    // Images that are left would mostly be one more each; the system may join some.
    EXPECT_LE(Mappings(), mappings + kPolicies);
  }
}

// Threads that decide while their engine is given native code: the answers do not change.
TEST(SwapTest, NativeCodeComesWhileThreadsDecide) {
  const Source source = MakeSource(100);
  std::string problem;
  const auto code = NativeCode::Load(source.image, problem);
  ASSERT_NE(code, nullptr) << problem;
  for (int round = 0; round < kSwaps / 100; ++round) {
    Engine engine(source.plan);
    LeadReader reader(source.plan->schema);
    Lead lead;
    reader.Read(R"({"seats":99,"country":"DE"})", 0, lead);
    std::atomic<bool> wrong = false;
    std::atomic<bool> running = false;
    std::thread thread([&] {
      Decider decider(engine);
      // So many after native code has come.
      for (int left = 1000; left > 0; left -= engine.is_native() ? 1 : 0) {
        const Verdict verdict = decider.Judge(lead, {});
        wrong = wrong || engine.plan().outcomes[verdict.proposed].name != "wait";
        running = true;
      }
    });
    while (!running)
      std::this_thread::yield();
    engine.Install({code, &code->entries()});
    thread.join();
    ASSERT_FALSE(wrong);
  }
}

}  // namespace
}  // namespace lq::test
