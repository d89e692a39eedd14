#include "tools/lq/test_threads.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace lq::tool {
namespace {

// A thread takes so many tests at once: most take microseconds.
constexpr std::size_t kBatch = 64;
// Below so many tests for each, threads cost more than they save.
constexpr std::size_t kWorthAThread = 512;

class TestThreads {
 public:
  TestThreads(const ir::TestSuite& suite, const std::vector<const ir::Test*>& tests,
              const testkit::RunOptions& options)
      : suite_(suite), tests_(tests), options_(options), results_(tests.size()) {}

  std::vector<testkit::TestResult> Run(std::size_t threads) {
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) {
      others.emplace_back([this] { Work(); });
    }
    Work();
    for (std::thread& other : others) {
      other.join();
    }
    return std::move(results_);
  }

 private:
  void Work() {
    testkit::TestRunner runner(suite_, options_);
    for (std::size_t begin = next_.fetch_add(kBatch); begin < tests_.size();
         begin = next_.fetch_add(kBatch)) {
      const std::size_t end = std::min(begin + kBatch, tests_.size());
      for (std::size_t i = begin; i < end; ++i) {
        results_[i] = runner.Run(*tests_[i]);
      }
    }
  }

  const ir::TestSuite& suite_;
  const std::vector<const ir::Test*>& tests_;
  const testkit::RunOptions& options_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<testkit::TestResult> results_;
};

// A property takes as long as thousands of tests.
std::size_t WorkOf(const std::vector<const ir::Test*>& tests) {
  std::size_t work = 0;
  for (const ir::Test* test : tests) {
    work += test->property == nullptr ? 1 : kWorthAThread;
  }
  return work;
}

}  // namespace

std::vector<testkit::TestResult> RunTests(const ir::TestSuite& suite,
                                          const std::vector<const ir::Test*>& tests,
                                          const testkit::RunOptions& options, unsigned threads) {
  const std::size_t useful = WorkOf(tests) / kWorthAThread;
  return TestThreads(suite, tests, options).Run(std::clamp<std::size_t>(useful, 1, threads));
}

}  // namespace lq::tool
