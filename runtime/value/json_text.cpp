#include "runtime/value/json_text.h"

#include <cstdint>

#include "runtime/value/json_bytes.h"

namespace lq {
namespace {

void AppendEscaped(char c, std::string& out) {
  constexpr std::string_view kShortEscapes = "\"\"\\\\\bb\ff\nn\rr\tt";
  for (std::size_t i = 0; i < kShortEscapes.size(); i += 2) {
    if (c != kShortEscapes[i]) {
      continue;
    }
    out += '\\';
    out += kShortEscapes[i + 1];
    return;
  }
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  out += "\\u00";
  out += kHexDigits[static_cast<std::uint8_t>(c) >> 4];
  out += kHexDigits[c & 0xF];
}

}  // namespace

void AppendJsonText(std::string_view text, std::string& out) {
  const char* at = text.data();
  const char* const end = at + text.size();
  out += '"';
  while (true) {
    const char* const plain = at;
    json_bytes::SkipPlain(at, end);
    out.append(plain, at);
    if (at == end)
      break;
    AppendEscaped(*at++, out);
  }
  out += '"';
}

}  // namespace lq
