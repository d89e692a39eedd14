#include "runtime/native/kernel_digest.h"

#include <array>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace lq {
namespace {

using engine::RowTables;
using engine::WinnerTables;

// Takes in every member of what it is given: of a struct that got another one, naming all of them
// does not compile any more.
class Digest {
 public:
  Digest() { XXH3_128bits_reset(&state_); }

  template <typename... T>
  void AddAll(const T&... objects) {
    (Add(objects), ...);
  }
  std::string Text() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_);
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  template <typename T>
    requires std::is_integral_v<T>
  void Add(T number) {
    XXH3_128bits_update(&state_, &number, sizeof number);
  }
  template <typename T>
  void Add(const std::vector<T>& items) {
    Add(items.size());
    if constexpr (std::is_integral_v<T>) {
      XXH3_128bits_update(&state_, items.data(), items.size() * sizeof(T));
    } else {
      for (const T& item : items)
        Add(item);
    }
  }
  template <typename T, std::size_t kSize>
  void Add(const std::array<T, kSize>& items) {
    for (const T& item : items)
      Add(item);
  }
  void Add(const RowTables::Entries& entries) {
    const auto& [first, count] = entries;
    AddAll(first, count);
  }
  void Add(const RowTables::Byte& byte) {
    const auto& [field, offset, entries] = byte;
    AddAll(field, offset, entries);
  }
  void Add(const RowTables::Short& two) {
    const auto& [field, offset, values, codes, entries] = two;
    AddAll(field, offset, values, codes, entries);
  }
  void Add(const RowTables::Stepped& stepped) {
    const auto& [field, offset, none, starts, entries] = stepped;
    AddAll(field, offset, none, starts, entries);
  }
  void Add(const RowTables& tables) {
    const auto& [bytes, shorts, words, wides, pool, codes] = tables;
    AddAll(bytes, shorts, words, wides, pool, codes);
  }
  void Add(const WinnerTables::Winner& winner) {
    const auto& [outcome, strength, needs, evidence, shift, first, guards] = winner;
    AddAll(outcome, strength, needs, evidence, shift, first, guards);
  }
  void Add(const WinnerTables::Outcome& outcome) {
    const auto& [rules, stronger, guards, evidence, shift, raising, lowering, needs] = outcome;
    AddAll(rules, stronger, guards, evidence, shift, raising, lowering, needs);
  }
  void Add(const WinnerTables& tables) {
    const auto& [outcomes, rules, yes, no, residual, entangled, winners, confidences] = tables;
    AddAll(outcomes, rules, yes, no, residual, entangled, winners, confidences);
  }

  XXH3_state_t state_{};
};

}  // namespace

std::string KernelDigest(const engine::Kernel& kernel) {
  const auto& [rows, winners, start, looked_at] = kernel;
  Digest digest;
  digest.AddAll(kKernelLayout, rows, winners, start, looked_at);
  return digest.Text();
}

}  // namespace lq
