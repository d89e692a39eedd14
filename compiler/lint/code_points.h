#pragma once

#include <utf8proc.h>

#include <cstdint>
#include <string_view>

namespace lq::lint {

// Calls f(point, begin, end) for each code point that is not ASCII, with its bytes. The text is
// UTF-8.
template <typename F>
void ForEachCodePoint(std::string_view text, F&& f) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t point = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                         static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    if (length <= 0)
      return;
    const std::size_t end = at + static_cast<std::size_t>(length);
    f(static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(at),
      static_cast<std::uint32_t>(end));
    at = end;
  }
}

}  // namespace lq::lint
