#include "runtime/value/json_text.h"

#include <cstdint>

namespace lq {
namespace {

bool IsPlain(char c) { return static_cast<std::uint8_t>(c) >= 0x20 && c != '"' && c != '\\'; }

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
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsPlain(text[i])) {
      continue;
    }
    out.append(text.substr(plain, i - plain));
    AppendEscaped(text[i], out);
    plain = i + 1;
  }
  out.append(text.substr(plain));
  out += '"';
}

}  // namespace lq
