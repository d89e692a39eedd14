#include "runtime/abi/border.h"

#include <algorithm>
#include <cstring>

namespace lq::abi {
namespace {

constexpr std::size_t kMost = sizeof(lq_error::message) - 1;

// The longest beginning of at most `most` bytes that ends between two characters.
std::string_view Cut(std::string_view text, std::size_t most) {
  if (text.size() <= most)
    return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
    --most;
  return text.substr(0, most);
}

}  // namespace

void Fail(lq_error* error, lq_code code, std::string_view message) {
  if (error == nullptr)
    return;
  const std::string_view cut = Cut(message, kMost);
  error->code = code;
  std::memcpy(error->message, cut.data(), cut.size());
  error->message[cut.size()] = '\0';
}

void FailNull(lq_error* error, std::string_view what) {
  if (error == nullptr || error->code != LQ_OK)
    return;
  constexpr std::string_view kIsNull = " is NULL";
  char message[64];
  const auto end = std::copy(what.begin(), what.end(), message);
  const auto past = std::copy(kIsNull.begin(), kIsNull.end(), end);
  Fail(error, LQ_ERROR_ARGUMENT, {message, static_cast<std::size_t>(past - message)});
}

}  // namespace lq::abi
