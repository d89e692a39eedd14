// Decides the leads that come on standard input, one JSON object a line, by several threads; prints
// their decisions, one a line, in the order in which they are ready. When the file of the policy
// changes, the new policy takes its place while the threads go on; a file that is no good policy is
// told about, and the old policy stays.
//
//   lead_service POLICY.lqb [THREADS] < leads.jsonl

#include <lq/policy.h>
#include <sys/stat.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;

std::int64_t Now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

// Lines in and out, shared by all threads.
class Lines {
 public:
  bool Read(std::string& line) {
    const std::lock_guard lock(in_);
    return static_cast<bool>(std::getline(std::cin, line));
  }
  void Write(std::string_view line) {
    const std::lock_guard lock(out_);
    std::cout << line << std::endl;
  }
  void Tell(std::string_view message) {
    const std::lock_guard lock(out_);
    std::cerr << message << std::endl;
  }

 private:
  std::mutex in_;
  std::mutex out_;
};

// A decider of its own, and leads until there are no more.
void Work(lq::embed::Service& service, Lines& lines) {
  lq::embed::Error error;
  lq::embed::Decider decider = service.MakeDecider(error);
  for (std::string lead; lines.Read(lead);) {
    const lq::embed::Decision decision = decider.Decide(lead, {.as_of = Now()}, error);
    if (decision) {
      lines.Write(decision.json());
    } else {
      lines.Tell(error.message());
    }
  }
}

// What tells one state of a file from the next: which file it is, and when the system last changed
// it, which nobody can set. A new policy is best moved over the old one: then the file is never
// half there.
struct FileState {
  ino_t file = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  bool operator==(const FileState&) const = default;
};

FileState StateOf(const std::string& path) {
  struct stat about = {};
  if (stat(path.c_str(), &about) != 0)
    return {};
  return {about.st_ino, about.st_ctim.tv_sec, about.st_ctim.tv_nsec};
}

// Looks for changes of the file, since its state was `seen`, until `end`.
void Watch(const std::string& path, FileState seen, lq::embed::Service& service, Lines& lines,
           const std::atomic<bool>& end) {
  for (; !end; std::this_thread::sleep_for(20ms)) {
    const FileState now = StateOf(path);
    if (now == seen)
      continue;
    seen = now;
    lq::embed::Error error;
    const lq::embed::Policy policy = lq::embed::Policy::OpenFile(path, error);
    if (policy && service.Replace(policy, error)) {
      lines.Tell("now deciding by " + std::string(policy.hash()));
    } else {
      lines.Tell("the policy stays as it was: " + std::string(error.message()));
    }
  }
}

// "8"; 2 without a word, 0 for one that is no number of threads.
int ThreadsOf(const char* word) {
  constexpr int kMost = 256;
  if (word == nullptr)
    return 2;
  int threads = 0;
  const std::string_view digits = word;
  const char* const end = digits.data() + digits.size();
  const auto [rest, problem] = std::from_chars(digits.data(), end, threads);
  return rest == end && problem == std::errc() && threads >= 1 && threads <= kMost ? threads : 0;
}

}  // namespace

int main(int count, char** words) {
  const int thread_count = count == 2 || count == 3 ? ThreadsOf(words[2]) : 0;
  if (thread_count == 0) {
    std::cerr << "usage: lead_service POLICY.lqb [THREADS from 1 to 256]\n";
    return 2;
  }
  const FileState state = StateOf(words[1]);
  lq::embed::Error error;
  lq::embed::Service service(lq::embed::Policy::OpenFile(words[1], error), error);
  if (!service) {
    std::cerr << error.message() << '\n';
    return 2;
  }
  Lines lines;
  std::atomic<bool> end = false;
  std::thread watcher([&] { Watch(words[1], state, service, lines, end); });
  std::vector<std::thread> threads;
  for (int i = 0; i < thread_count; ++i)
    threads.emplace_back([&] { Work(service, lines); });
  for (std::thread& thread : threads)
    thread.join();
  end = true;
  watcher.join();
}
