#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lq::tool {

// Native code on disk, so that a policy is compiled once. What it holds is run, so it trusts only
// files that belong to this user and that nobody else may write; everything else is as if it were
// not there. Nothing here fails: a cache that does not work costs the time of compiling again.
class CodeCache {
 public:
  static constexpr std::uint64_t kLimit = std::uint64_t{64} << 20;

  // Entries are kept in `folder`, and of them at most `limit` bytes; with 0 there is none.
  CodeCache(std::string folder, std::uint64_t limit) : folder_(std::move(folder)), limit_(limit) {}
  // In $LQ_CACHE, else $XDG_CACHE_HOME/lq, else ~/.cache/lq; $LQ_CACHE_LIMIT is in MiB.
  static CodeCache OfEnvironment();

  // The image that was kept under a key; empty when there is none to trust.
  std::string Find(std::string_view key) const;
  // Keeps an image, and lets go of those that were not used for longest where it is too many.
  void Keep(std::string_view key, std::string_view image) const;

  const std::string& folder() const { return folder_; }
  std::uint64_t limit() const { return limit_; }
  struct State {
    std::size_t entries = 0;
    std::uint64_t bytes = 0;
    // Why it is not used, for a person; empty when it is, or will be once there is something to
    // keep.
    std::string problem;
  };
  State Look() const;

 private:
  std::string folder_;
  std::uint64_t limit_ = 0;
};

}  // namespace lq::tool
