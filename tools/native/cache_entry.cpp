#include "tools/native/cache_entry.h"

#include <cstdint>
#include <cstring>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace lq::tool {
namespace {

constexpr std::string_view kEnding = ".lqn";

// The beginning of a file; key and image follow.
struct EntryHeader {
  // "LQCACHE1"
  std::uint64_t magic = 0x314548434143514C;
  std::uint32_t key_size = 0;
  std::uint32_t image_size = 0;
  // XXH3, 128 bits, of the sizes, the key and the image.
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

static_assert(sizeof(EntryHeader) == 32);

EntryHeader HeaderOf(std::string_view key, std::string_view image) {
  EntryHeader header;
  header.key_size = static_cast<std::uint32_t>(key.size());
  header.image_size = static_cast<std::uint32_t>(image.size());
  const std::string all = fmt::format("{} {} {}{}", key.size(), image.size(), key, image);
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  header.low = hash.low64;
  header.high = hash.high64;
  return header;
}

}  // namespace

std::string PackEntry(std::string_view key, std::string_view image) {
  const EntryHeader header = HeaderOf(key, image);
  std::string bytes(sizeof header, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes.append(key).append(image);
}

std::string UnpackEntry(std::string_view bytes, std::string_view key) {
  const std::size_t begin = sizeof(EntryHeader) + key.size();
  if (bytes.size() <= begin)
    return {};
  const std::string_view image = bytes.substr(begin);
  const EntryHeader expected = HeaderOf(key, image);
  const bool same = std::memcmp(bytes.data(), &expected, sizeof expected) == 0 &&
                    bytes.substr(sizeof expected, key.size()) == key;
  return same ? std::string(image) : std::string();
}

std::string EntryName(std::string_view key) {
  const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
  return fmt::format("{:016x}{:016x}{}", hash.high64, hash.low64, kEnding);
}

bool IsEntryName(std::string_view name) { return name.ends_with(kEnding); }

}  // namespace lq::tool
