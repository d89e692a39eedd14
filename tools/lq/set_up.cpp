#include "tools/lq/set_up.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "runtime/value/date.h"
#include "stdlib/describe/fact_source.h"
#include "stdlib/library/library.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/report.h"
#include "tools/lq/tally.h"
#include "tools/native/code_cache.h"
#include "tools/native/native_host.h"

namespace lq::tool {
namespace {

namespace fs = std::filesystem;

// Facts that have not been looked at for so long decide wrongly now and then.
constexpr std::int64_t kOldDays = 2 * 365;

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

// The variable that decides about letters: the first of the three that is set.
std::string Locale() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (const std::string value = Variable(name); !value.empty()) {
      return value;
    }
  }
  return "C";
}

void LookAtLocale(SetUp& found) {
  const std::string locale = Locale();
  const bool utf8 = locale.find("UTF-8") != std::string::npos ||
                    locale.find("utf8") != std::string::npos ||
                    locale.find("UTF8") != std::string::npos;
  found.facts.push_back({"locale", locale});
  if (!utf8) {
    found.problems.push_back(
        {fmt::format("the locale `{}` is not UTF-8: letters such as `ö` may be shown wrongly",
                     locale),
         "set `LC_ALL=C.UTF-8`, or the UTF-8 locale of your language"});
  }
}

// The first `lq` on the PATH; empty when there is none.
fs::path OnThePath() {
  const std::string path = Variable("PATH");
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const fs::path candidate = fs::path(path.substr(begin, end - begin)) / "lq";
    if (access(candidate.c_str(), X_OK) == 0) {
      return candidate;
    }
    begin = end + 1;
  }
  return {};
}

void LookAtProgram(SetUp& found) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) {
    return;
  }
  found.facts.push_back({"program", program.string()});
  const fs::path first = OnThePath();
  if (first.empty()) {
    found.problems.push_back({"no `lq` is on the PATH: shells and editors do not find it",
                              fmt::format("add `{}` to PATH", program.parent_path().string())});
  } else if (!fs::equivalent(first, program, error)) {
    found.problems.push_back(
        {fmt::format("the shell finds another `lq` first: `{}`", first.string()),
         fmt::format("put `{}` before its folder in PATH, or remove the other one",
                     program.parent_path().string())});
  }
}

void LookAtTerminal(SetUp& found) {
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  found.facts.push_back({"terminal", fmt::format("standard output is {}; messages are {}",
                                                 terminal ? "a terminal" : "no terminal",
                                                 ColorOnMessages() ? "coloured" : "plain")});
}

void LookAtFolder(SetUp& found) {
  std::error_code error;
  const fs::path folder = fs::current_path(error);
  if (error || access(".", R_OK | X_OK) != 0) {
    found.problems.push_back(
        {"this folder cannot be read", "change into a folder that you may read, then try again"});
    return;
  }
  for (fs::path upward = folder;; upward = upward.parent_path()) {
    if (fs::exists(upward / "lq.toml", error)) {
      const std::size_t units = UnitsBelow(upward, true).size();
      found.facts.push_back(
          {"package", fmt::format("{}, {} unit{}", upward.string(), units, units == 1 ? "" : "s")});
      return;
    }
    if (upward == upward.parent_path()) {
      found.facts.push_back({"package",
                             "none here: no folder upward holds an lq.toml, so each file's "
                             "own folder counts"});
      return;
    }
  }
}

std::int64_t Today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
}

// The day at the end of "npm package x 1.2 of 2026-10-23"; 0 without one.
std::int64_t DayOf(std::string_view source) {
  constexpr std::size_t kDate = 10;
  std::int64_t day = 0;
  const std::size_t begin = source.find(" of ");
  if (begin == std::string_view::npos || !ParseDate(source.substr(begin + 4, kDate), day)) {
    return 0;
  }
  return day;
}

void LookAtData(SetUp& found) {
  std::int64_t newest = 0;
  const auto take = [&](std::string_view what, std::string_view source) {
    found.data.push_back({std::string(what), std::string(source)});
    newest = std::max(newest, DayOf(source));
  };
  for (const stdlib::FactSource& one : stdlib::FactSources()) {
    take(one.what, one.source);
  }
  for (const stdlib::Library& library : stdlib::AllLibraries()) {
    if (!library.source.empty()) {
      take(library.name, library.source.substr(0, library.source.size() - 1));
    }
  }
  if (const std::int64_t age = Today() - newest; age > kOldDays) {
    found.problems.push_back(
        {fmt::format("what lq knows of the world is {} days old", age),
         "install a newer lq, or run `tools/dev/refresh_facts` in its source and build it"});
  }
}

void LookAtCache(SetUp& found) {
  const CodeCache cache = CodeCache::OfEnvironment();
  const CodeCache::State state = cache.Look();
  const std::string folder = cache.folder().empty() ? "none" : cache.folder();
  if (!state.problem.empty()) {
    found.facts.push_back({"cache", fmt::format("{}, not used: {}", folder, state.problem)});
    return;
  }
  found.facts.push_back(
      {"cache",
       fmt::format("{}, {} bytes in {} entr{}, at most {}", folder, Grouped(state.bytes),
                   state.entries, state.entries == 1 ? "y" : "ies", Grouped(cache.limit()))});
}

// That native code is not there is no problem: the plan decides alike.
void LookAtTiers(SetUp& found) {
  const NativeHost host = LookAtNativeHost();
  found.facts.push_back({"tiers", host.problem.empty() ? "plan, native, oracle" : "plan, oracle"});
  found.facts.push_back(
      {"native", host.problem.empty()
                     ? fmt::format("LLVM {}, for {} ({})", host.llvm, host.processor, host.name)
                     : fmt::format("not available: {}", host.problem)});
  LookAtCache(found);
}

}  // namespace

SetUp LookOver() {
  SetUp found;
  found.facts.push_back(
      {"lq", fmt::format("{}, language edition 2026, built by {}", LQ_VERSION, LQ_COMPILER)});
  LookAtProgram(found);
  LookAtTiers(found);
  found.facts.push_back(
      {"processors", fmt::format("{}", std::max(1U, std::thread::hardware_concurrency()))});
  LookAtTerminal(found);
  LookAtLocale(found);
  LookAtFolder(found);
  LookAtData(found);
  return found;
}

}  // namespace lq::tool
