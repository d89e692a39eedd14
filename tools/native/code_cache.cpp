#include "tools/native/code_cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "tools/native/cache_entry.h"
#include "tools/native/file_handle.h"

namespace lq::tool {
namespace {

constexpr std::string_view kFresh = ".new-";
// Of an entry; larger ones are not ours.
constexpr off_t kMostBytes = off_t{256} << 20;

std::string Variable(const char* name) {
  const char* const value = secure_getenv(name);
  return value == nullptr ? std::string() : value;
}

// Below the folder that a variable names. Relative ones are ignored, as the XDG Base Directory
// Specification wants: they would leave caches wherever lq is run.
std::string Folder(const char* variable, std::string_view below) {
  const std::string folder = Variable(variable);
  return folder.starts_with('/') ? folder + std::string(below) : std::string();
}

bool OthersMayWrite(const struct stat& facts) {
  return facts.st_uid != geteuid() || (facts.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

void MakeFolders(const std::string& path) {
  constexpr mode_t kPrivate = 0700;
  for (std::size_t end = path.find('/', 1); end != std::string::npos; end = path.find('/', end + 1))
    mkdir(path.substr(0, end).c_str(), kPrivate);
  mkdir(path.c_str(), kPrivate);
}

// The folder, when it is one to trust; else why not.
FileHandle OpenFolder(const std::string& path, std::string& problem) {
  FileHandle folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  struct stat facts{};
  if (!folder.open() || fstat(folder.number(), &facts) != 0) {
    problem = errno == ENOENT ? std::string() : std::string(std::strerror(errno));
    return FileHandle();
  }
  if (!OthersMayWrite(facts))
    return folder;
  problem = facts.st_uid != geteuid() ? "it belongs to another user" : "others may write to it";
  return FileHandle();
}

// The bytes of an entry's file that nobody else may have written.
std::string ReadTrusted(int folder, const std::string& name) {
  constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  const FileHandle file(openat(folder, name.c_str(), kFlags));
  struct stat facts{};
  if (!file.open() || fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode) ||
      OthersMayWrite(facts) || facts.st_size > kMostBytes)
    return {};
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t more = read(file.number(), bytes.data() + size, bytes.size() - size);
    if (more <= 0)
      return {};
    size += static_cast<std::size_t>(more);
  }
  // It was used now: others go first.
  futimens(file.number(), nullptr);
  return bytes;
}

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written <= 0)
      return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// All of the file or nothing of it: it is written under another name first.
void WriteEntry(int folder, const std::string& name, std::string_view bytes) {
  static std::atomic<unsigned> count{0};
  constexpr mode_t kPrivate = 0600;
  const std::string fresh = fmt::format("{}{}-{}", kFresh, getpid(), ++count);
  bool whole = false;
  {
    const FileHandle file(openat(folder, fresh.c_str(),
                                 O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kPrivate));
    if (!file.open())
      return;
    whole = WriteAll(file.number(), bytes);
  }
  if (!whole || renameat(folder, fresh.c_str(), folder, name.c_str()) != 0)
    unlinkat(folder, fresh.c_str(), 0);
}

struct Entry {
  std::string name;
  std::uint64_t bytes = 0;
  timespec used{};
};

bool IsOlder(const Entry& a, const Entry& b) {
  return a.used.tv_sec != b.used.tv_sec ? a.used.tv_sec < b.used.tv_sec
                                        : a.used.tv_nsec < b.used.tv_nsec;
}

// Our files in a folder, those that were not used for longest first. What a process that was killed
// has left half written goes away.
std::vector<Entry> EntriesOf(int folder) {
  constexpr std::time_t kHour = 3600;
  std::vector<Entry> entries;
  const auto close_list = [](DIR* list) { closedir(list); };
  FileHandle again(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const std::unique_ptr<DIR, decltype(close_list)> list(again.open() ? fdopendir(again.number())
                                                                     : nullptr);
  if (list != nullptr)
    again.Release();
  while (const dirent* const item = list == nullptr ? nullptr : readdir(list.get())) {
    const std::string_view name = item->d_name;
    struct stat facts{};
    if (fstatat(folder, item->d_name, &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(facts.st_mode))
      continue;
    if (IsEntryName(name))
      entries.push_back(
          {std::string(name), static_cast<std::uint64_t>(facts.st_size), facts.st_mtim});
    else if (name.starts_with(kFresh) && facts.st_mtim.tv_sec < std::time(nullptr) - kHour)
      unlinkat(folder, item->d_name, 0);
  }
  std::sort(entries.begin(), entries.end(), IsOlder);
  return entries;
}

std::uint64_t BytesOf(const std::vector<Entry>& entries) {
  std::uint64_t bytes = 0;
  for (const Entry& entry : entries)
    bytes += entry.bytes;
  return bytes;
}

void Trim(int folder, std::uint64_t limit) {
  const std::vector<Entry> entries = EntriesOf(folder);
  std::uint64_t bytes = BytesOf(entries);
  for (std::size_t i = 0; i < entries.size() && bytes > limit; ++i) {
    unlinkat(folder, entries[i].name.c_str(), 0);
    bytes -= entries[i].bytes;
  }
}

}  // namespace

CodeCache CodeCache::OfEnvironment() {
  std::string folder = Variable("LQ_CACHE");
  if (folder.empty())
    folder = Folder("XDG_CACHE_HOME", "/lq");
  if (folder.empty())
    folder = Folder("HOME", "/.cache/lq");
  std::uint64_t limit = kLimit;
  const std::string text = Variable("LQ_CACHE_LIMIT");
  std::uint32_t mebibytes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), mebibytes);
  if (!text.empty() && error == std::errc() && end == text.data() + text.size())
    limit = std::uint64_t{mebibytes} << 20;
  return {folder, folder.empty() ? 0 : limit};
}

std::string CodeCache::Find(std::string_view key) const {
  if (limit_ == 0)
    return {};
  std::string problem;
  const FileHandle folder = OpenFolder(folder_, problem);
  return folder.open() ? UnpackEntry(ReadTrusted(folder.number(), EntryName(key)), key)
                       : std::string();
}

void CodeCache::Keep(std::string_view key, std::string_view image) const {
  const std::string bytes = PackEntry(key, image);
  if (bytes.size() > limit_)
    return;
  MakeFolders(folder_);
  std::string problem;
  const FileHandle folder = OpenFolder(folder_, problem);
  if (!folder.open())
    return;
  WriteEntry(folder.number(), EntryName(key), bytes);
  Trim(folder.number(), limit_);
}

CodeCache::State CodeCache::Look() const {
  State state;
  if (limit_ == 0) {
    state.problem = folder_.empty() ? "there is no home folder" : "its limit is 0";
    return state;
  }
  const FileHandle folder = OpenFolder(folder_, state.problem);
  if (!folder.open())
    return state;
  const std::vector<Entry> entries = EntriesOf(folder.number());
  state.entries = entries.size();
  state.bytes = BytesOf(entries);
  return state;
}

}  // namespace lq::tool
