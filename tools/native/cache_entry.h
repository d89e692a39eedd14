#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// What a file of the cache holds: the whole key, so that no other policy's code is ever taken for
// this one's, and the image, under a checksum.
std::string PackEntry(std::string_view key, std::string_view image);

// The image; empty when the bytes are not what PackEntry made for this key.
std::string UnpackEntry(std::string_view bytes, std::string_view key);

// The file's name: a hash of the key.
std::string EntryName(std::string_view key);
bool IsEntryName(std::string_view name);

}  // namespace lq::tool
