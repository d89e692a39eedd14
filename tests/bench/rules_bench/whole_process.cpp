#include "tests/bench/rules_bench/whole_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

#include "tests/bench/measure/paired.h"

namespace lq::bench {
namespace {

struct Took {
  double wall_ms = 0;
  double cpu_ms = 0;
};

double Milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

bool RunOnce(const std::vector<std::string>& command, Took& took) {
  std::vector<char*> arguments;
  for (const std::string& word : command)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t process = 0;
  const int problem =
      posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (problem != 0 || wait4(process, &status, 0, &usage) != process)
    return false;
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  took = {wall.count(), Milliseconds(usage.ru_utime) + Milliseconds(usage.ru_stime)};
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

void MeasureProcess(benchmark::State& state, const std::vector<std::string>& command) {
  std::vector<double> wall;
  std::vector<double> cpu;
  for (auto _ : state) {
    Took took;
    if (!RunOnce(command, took)) {
      state.SkipWithError("the command failed");
      return;
    }
    wall.push_back(took.wall_ms);
    cpu.push_back(took.cpu_ms);
    state.SetIterationTime(took.wall_ms * 1e-3);
  }
  PutMiddle("wall_ms", wall, state);
  PutMiddle("cpu_ms", cpu, state);
}

}  // namespace lq::bench
