#include "tools/lq/test_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string_view>

#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

namespace fs = std::filesystem;

constexpr int kInterrupted = 130;
// Editors write a file in several steps: what comes so soon after belongs to the same change.
constexpr int kQuietMilliseconds = 20;

// At any time: nothing is left half done on the disk.
extern "C" void EndOnInterrupt(int) { _exit(kInterrupted); }

void EndOnCtrlC() {
  struct sigaction action = {};
  action.sa_handler = EndOnInterrupt;
  sigaction(SIGINT, &action, nullptr);
}

// What editors leave behind is no change.
bool IsOfNoMatter(std::string_view name) { return name.starts_with('.') || name.ends_with('~'); }

class Watcher {
 public:
  Watcher() : notify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}
  ~Watcher() {
    if (notify_ >= 0) {
      close(notify_);
    }
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // With all folders below but hidden ones. False, and reported, when it cannot be watched.
  bool Add(const fs::path& folder) {
    if (!AddOne(folder)) {
      return false;
    }
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(
        folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      std::error_code ignored;
      if (!entry->is_directory(ignored)) {
        continue;
      }
      if (IsOfNoMatter(entry->path().filename().string())) {
        entry.disable_recursion_pending();
      } else if (!AddOne(entry->path())) {
        return false;
      }
    }
    return true;
  }

  std::size_t size() const { return folders_.size(); }

  // Returns once something changed and all is quiet again. False when nothing can be seen any more.
  bool Wait() {
    bool changed = false;
    while (true) {
      pollfd ready = {notify_, POLLIN, 0};
      const int count = poll(&ready, 1, changed ? kQuietMilliseconds : -1);
      if (count < 0 && errno != EINTR) {
        return false;
      }
      if (count == 0) {
        return true;
      }
      changed = ReadEvents() || changed;
    }
  }

 private:
  bool AddOne(const fs::path& folder) {
    constexpr std::uint32_t kChanges =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ONLYDIR;
    const int watch = inotify_add_watch(notify_, folder.c_str(), kChanges);
    if (watch < 0) {
      Report(DiagnosticKind::kPathUnreadable,
             fmt::format("`{}` cannot be watched: {}", folder.string(), SystemProblem(errno)),
             errno == ENOSPC ? "raise `fs.inotify.max_user_watches`, or watch fewer folders"
                             : "check the path, and who may read it");
      return false;
    }
    folders_[watch] = folder;
    return true;
  }

  // Whether one of them matters.
  bool ReadEvents() {
    alignas(inotify_event) std::array<char, 16384> bytes = {};
    bool matters = false;
    for (ssize_t count = read(notify_, bytes.data(), bytes.size()); count > 0;
         count = read(notify_, bytes.data(), bytes.size())) {
      for (ssize_t at = 0; at < count;) {
        const auto* event = reinterpret_cast<const inotify_event*>(bytes.data() + at);
        matters = Matters(*event) || matters;
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    }
    return matters;
  }

  bool Matters(const inotify_event& event) {
    const std::string_view name = event.len == 0 ? std::string_view() : event.name;
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      return true;
    }
    if (name.empty() || IsOfNoMatter(name)) {
      return false;
    }
    const bool appeared = (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
    if ((event.mask & IN_ISDIR) != 0 && appeared) {
      Add(folders_[event.wd] / name);
      return true;
    }
    // A file that was made is not written yet.
    return (event.mask & IN_CREATE) == 0;
  }

  int notify_;
  std::map<int, fs::path> folders_;
};

// What belongs together with what is tested.
bool AddPackages(const std::vector<std::string>& paths,
                 const std::vector<std::string>& library_folders, Watcher& watcher) {
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::path folder =
        PackageFolder(fs::is_directory(path, error) ? fs::path(path) / "x" : fs::path(path));
    if (!watcher.Add(folder.empty() ? fs::path(".") : folder)) {
      return false;
    }
  }
  for (const std::string& folder : library_folders) {
    if (!watcher.Add(folder)) {
      return false;
    }
  }
  return true;
}

// One screen shows one run.
void ClearScreen() {
  if (isatty(STDOUT_FILENO) == 1) {
    std::fputs("\033[H\033[2J\033[3J", stdout);
    std::fflush(stdout);
  }
}

}  // namespace

int RunAtEveryChange(const std::vector<std::string>& paths,
                     const std::vector<std::string>& library_folders,
                     const std::function<void()>& run) {
  EndOnCtrlC();
  Watcher watcher;
  if (!AddPackages(paths, library_folders, watcher)) {
    return kUsage;
  }
  do {
    ClearScreen();
    run();
    Say(fmt::format("watching {} folder{}; Ctrl-C ends\n", watcher.size(),
                    watcher.size() == 1 ? "" : "s"));
  } while (watcher.Wait());
  return kUsage;
}

}  // namespace lq::tool
