#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace lq {

// Memory for values that die together. `Reset` keeps the blocks, so that a reused arena stops
// allocating. Not thread-safe. Moving an arena leaves the addresses it gave out valid.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  // Uninitialised bytes, aligned for any scalar.
  void* Allocate(std::size_t bytes) {
    bytes = (bytes + kAlign - 1) / kAlign * kAlign;
    while (block_ < blocks_.size() && used_ + bytes > blocks_[block_].size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size())
      AddBlock(bytes);
    void* result = blocks_[block_].data.get() + used_;
    used_ += bytes;
    return result;
  }

  std::string_view Copy(std::string_view text) {
    if (text.empty())
      return {};
    char* copy = static_cast<char*>(Allocate(text.size()));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  // Room for `count` trivially copyable objects, uninitialised.
  template <typename T>
  std::span<T> MakeArray(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return {static_cast<T*>(Allocate(count * sizeof(T))), count};
  }

  template <typename T>
  std::span<T> CopyArray(std::span<const T> items) {
    std::span<T> copy = MakeArray<T>(items.size());
    if (!items.empty())
      std::memcpy(static_cast<void*>(copy.data()), items.data(), items.size_bytes());
    return copy;
  }

  void Reset() { block_ = used_ = 0; }

 private:
  static constexpr std::size_t kAlign = alignof(std::max_align_t);
  static constexpr std::size_t kBlockSize = 4096;

  struct Block {
    std::unique_ptr<std::byte[]> data;
    std::size_t size = 0;
  };

  void AddBlock(std::size_t at_least) {
    const std::size_t size = at_least > kBlockSize ? at_least : kBlockSize;
    blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
    used_ = 0;
  }

  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace lq
