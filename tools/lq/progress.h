#pragma once

#include <chrono>
#include <cstdint>

namespace lq::tool {

// A line on standard error that tells how far the work is: on a terminal only, and only once the
// work has taken a second.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `done` of `whole` bytes; `whole` is 0 when it is not known.
  void Show(std::uint64_t leads, std::uint64_t done, std::uint64_t whole);
  // Takes the line away.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool on_terminal_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace lq::tool
