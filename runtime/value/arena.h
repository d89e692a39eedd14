#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace lq {

// Memory for values that die together. `Reset` keeps the blocks, so that a reused arena stops
// allocating. Not thread-safe. Moving an arena leaves the addresses it gave out valid.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&& other) noexcept { *this = std::move(other); }
  Arena& operator=(Arena&& other) noexcept {
    blocks_ = std::move(other.blocks_);
    other.blocks_.clear();
    next_ = std::exchange(other.next_, 0);
    at_ = other.at_;
    room_ = std::exchange(other.room_, 0);
    return *this;
  }

  // Uninitialised bytes, aligned for any scalar.
  void* Allocate(std::size_t bytes) {
    bytes = (bytes + kAlign - 1) / kAlign * kAlign;
    if (bytes > room_)
      NextBlock(bytes);
    void* const result = at_;
    at_ += bytes;
    room_ -= bytes;
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

  void Reset() {
    next_ = 0;
    room_ = 0;
  }

 private:
  static constexpr std::size_t kAlign = alignof(std::max_align_t);
  static constexpr std::size_t kBlockSize = 4096;

  struct Block {
    std::unique_ptr<std::byte[]> data;
    std::size_t size = 0;
  };

  // Goes on in the next block with so much room.
  void NextBlock(std::size_t bytes) {
    while (next_ < blocks_.size() && blocks_[next_].size < bytes)
      ++next_;
    if (next_ == blocks_.size()) {
      const std::size_t size = bytes > kBlockSize ? bytes : kBlockSize;
      blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
    }
    at_ = blocks_[next_].data.get();
    room_ = blocks_[next_].size;
    ++next_;
  }

  std::vector<Block> blocks_;
  // The block that follows the current one.
  std::size_t next_ = 0;
  // The rest of the current block.
  std::byte* at_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace lq
