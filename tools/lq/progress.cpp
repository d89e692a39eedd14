#include "tools/lq/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "tools/lq/report.h"
#include "tools/lq/tally.h"

namespace lq::tool {
namespace {

constexpr std::uint64_t kBarWidth = 30;

std::string Bar(std::uint64_t done, std::uint64_t whole) {
  const std::uint64_t filled = std::min(kBarWidth, done * kBarWidth / whole);
  return fmt::format("[{}{}] {:>3}%  ", std::string(filled, '#'),
                     std::string(kBarWidth - filled, '.'),
                     std::min<std::uint64_t>(100, done * 100 / whole));
}

}  // namespace

Progress::Progress()
    : on_terminal_(isatty(STDERR_FILENO) == 1), next_(Clock::now() + std::chrono::seconds(1)) {}

Progress::~Progress() { Clear(); }

void Progress::Show(std::uint64_t leads, std::uint64_t done, std::uint64_t whole) {
  if (!on_terminal_ || Clock::now() < next_) {
    return;
  }
  next_ = Clock::now() + std::chrono::milliseconds(100);
  shown_ = true;
  Say(fmt::format("\r{}{} leads", whole == 0 ? "" : Bar(done, whole), Grouped(leads)));
}

void Progress::Clear() {
  if (shown_) {
    Say("\r\033[K");
  }
  shown_ = false;
}

}  // namespace lq::tool
