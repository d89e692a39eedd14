#include "runtime/native/native_image.h"

#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace lq {

std::uint64_t ImageChecksum(std::string_view code) { return XXH3_64bits(code.data(), code.size()); }

std::string MakeNativeImage(NativeImageHeader header, std::string_view code) {
  header.size = static_cast<std::uint32_t>(code.size());
  header.checksum = ImageChecksum(code);
  std::string image(sizeof header, '\0');
  std::memcpy(image.data(), &header, sizeof header);
  image += code;
  return image;
}

}  // namespace lq
