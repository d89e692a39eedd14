#include "runtime/native/native_image.h"

#include <cstring>

namespace lq {

std::uint64_t ImageChecksum(std::string_view code) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : code)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

std::string MakeNativeImage(NativeImageHeader header, std::string_view code) {
  header.size = static_cast<std::uint32_t>(code.size());
  header.checksum = ImageChecksum(code);
  std::string image(sizeof header, '\0');
  std::memcpy(image.data(), &header, sizeof header);
  image += code;
  return image;
}

}  // namespace lq
