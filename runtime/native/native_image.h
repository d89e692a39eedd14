#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lq {

// The beginning of an image: machine code that needs nothing but itself, at any address. Made by
// compiler/jit, kept in bundles and in the cache, mapped by NativeCode. Little-endian.
struct NativeImageHeader {
  static constexpr std::uint64_t kMagic = 0x45564954414E514C;  // "LQNATIVE"
  static constexpr std::uint32_t kVersion = 1;

  std::uint64_t magic = kMagic;
  std::uint32_t version = kVersion;
  // Bytes of code that follow the header.
  std::uint32_t size = 0;
  // Of the code: XXH3, 64 bits.
  std::uint64_t checksum = 0;
  // Where functions begin in the code; kNone without one.
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t judge = kNone;
  std::uint32_t sweep = kNone;
  std::uint32_t judge_columns = kNone;
  std::uint32_t unused = 0;
};

static_assert(sizeof(NativeImageHeader) == 40);

// XXH3 of 64 bits.
std::uint64_t ImageChecksum(std::string_view code);

// The image of `code`; the header's size and checksum are filled in.
std::string MakeNativeImage(NativeImageHeader header, std::string_view code);

}  // namespace lq
