#include "runtime/source/form_body.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/intake/fault_message.h"
#include "runtime/intake/lead_limits.h"
#include "runtime/value/text.h"

namespace lq {

namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

// What `%` and the two characters behind it stand for; -1 when these are no digits.
int CodeAt(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size())
    return -1;
  const int high = HexDigit(text[at + 1]);
  const int low = HexDigit(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace

bool FormBody::Read(std::string_view body) {
  parameters_.clear();
  arena_.Reset();
  if (body.size() > intake::kMaxLeadBytes)
    return Fail("too_large", intake::TooLargeMessage("payload", body.size()));
  const std::size_t begin = std::min(body.find_first_not_of(" \t\r\n"), body.size());
  const std::size_t end = body.find_last_not_of(" \t\r\n") + 1;
  for (std::size_t at = begin; at < end;) {
    const std::size_t next = std::min(body.find('&', at), end);
    if (next > at && !ReadPair(body.substr(at, next - at), at))
      return false;
    at = next + 1;
  }
  return true;
}

bool FormBody::ReadPair(std::string_view pair, std::size_t offset) {
  const std::size_t equals = std::min(pair.find('='), pair.size());
  const std::size_t value = std::min(equals + 1, pair.size());
  Parameter parameter;
  if (!Decode(pair.substr(0, equals), offset, parameter.name) ||
      !Decode(pair.substr(value), offset + value, parameter.value)) {
    return false;
  }
  parameters_.push_back(parameter);
  return true;
}

bool FormBody::Decode(std::string_view text, std::size_t offset, std::string_view& decoded) {
  const std::span<char> buffer = arena_.MakeArray<char>(text.size());
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at] == '+' ? ' ' : text[at];
    if (c == '%') {
      const int code = CodeAt(text, at);
      if (code < 0) {
        return Fail("not_form", fmt::format("the body is no form data: at byte {} a `%` is not "
                                            "followed by two hexadecimal digits; write `%25` for "
                                            "a percent sign",
                                            offset + at + 1));
      }
      c = static_cast<char>(code);
      at += 2;
    }
    buffer[size++] = c;
  }
  decoded = {buffer.data(), size};
  if (IsValidUtf8(decoded))
    return true;
  return Fail("not_form",
              fmt::format("the body is no form data: what stands at byte {} is not UTF-8; "
                          "let the form's page say `<meta charset=\"utf-8\">`",
                          offset + 1));
}

bool FormBody::Fail(std::string_view code, std::string problem) {
  code_ = code;
  problem_ = std::move(problem);
  return false;
}

}  // namespace lq
