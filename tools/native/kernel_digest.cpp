#include "tools/native/kernel_digest.h"

#include <type_traits>
#include <vector>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "compiler/jit/library/jit_library.h"

namespace lq::tool {
namespace {

// Takes in number after number.
class Digest {
 public:
  Digest() { XXH3_128bits_reset(&state_); }

  template <typename T>
  void Add(const T& number) {
    static_assert(std::has_unique_object_representations_v<T>);
    XXH3_128bits_update(&state_, &number, sizeof number);
  }
  template <typename T>
  void AddAll(const std::vector<T>& numbers) {
    static_assert(std::has_unique_object_representations_v<T>);
    Add(numbers.size());
    XXH3_128bits_update(&state_, numbers.data(), numbers.size() * sizeof(T));
  }
  void Add(const engine::RowTables::Entries& entries) {
    Add(entries.first);
    Add(entries.count);
  }
  void Add(const std::vector<engine::RowTables::Stepped>& fields) {
    for (const auto& field : fields) {
      Add(field.field);
      Add(field.offset);
      Add(field.none);
      Add(field.starts);
      Add(field.entries);
    }
    Add(fields.size());
  }
  void Add(const engine::RowTables& rows) {
    for (const auto& field : rows.bytes) {
      Add(field.field);
      Add(field.offset);
      Add(field.entries);
    }
    Add(rows.bytes.size());
    for (const auto& field : rows.shorts) {
      Add(field.field);
      Add(field.offset);
      Add(field.values);
      Add(field.codes);
      Add(field.entries);
    }
    Add(rows.shorts.size());
    Add(rows.words);
    Add(rows.wides);
    AddAll(rows.pool);
    AddAll(rows.codes);
  }
  void Add(const engine::WinnerTables& winners) {
    Add(winners.outcomes);
    Add(winners.rules);
    Add(winners.residual);
    Add(winners.entangled);
    Add(winners.winners);
    AddAll(winners.confidences);
  }
  std::string Text() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_);
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  XXH3_state_t state_{};
};

}  // namespace

std::string KernelDigest(const engine::Kernel& kernel) {
  Digest digest;
  digest.Add(JitLibrary::kLayout);
  digest.Add(kernel.rows);
  digest.Add(kernel.winners);
  digest.Add(kernel.start);
  digest.AddAll(kernel.looked_at);
  return digest.Text();
}

}  // namespace lq::tool
