#pragma once

#include <exception>
#include <new>
#include <string_view>

#include "runtime/include/lq/lq.h"

namespace lq::abi {

// Writes an error when the caller wants it; the message is cut between characters.
void Fail(lq_error* error, lq_code code, std::string_view message);
// The same for a handle that is NULL: an earlier failure, which says more, stays.
void FailNull(lq_error* error, std::string_view what);

// Runs what may throw: nothing leaves the library as an exception.
template <typename Run>
lq_code Guard(lq_error* error, Run run) noexcept {
  try {
    return run();
  } catch (const std::bad_alloc&) {
    Fail(error, LQ_ERROR_MEMORY, "there is no memory");
    return LQ_ERROR_MEMORY;
  } catch (const std::exception& problem) {
    Fail(error, LQ_ERROR_INTERNAL, problem.what());
    return LQ_ERROR_INTERNAL;
  }
}

// What `make` returns; `failed` when it throws.
template <typename Result, typename Make>
Result Guarded(lq_error* error, Result failed, Make make) noexcept {
  Guard(error, [&] {
    failed = make();
    return LQ_OK;
  });
  return failed;
}

// An lq_text's data is never NULL.
inline lq_text TextOf(std::string_view text) {
  return text.empty() ? lq_text{"", 0} : lq_text{text.data(), text.size()};
}

// What a caller gave as pointer and size.
inline std::string_view ViewOf(const char* data, std::size_t size) {
  return size == LQ_WHOLE ? std::string_view(data) : std::string_view(data, size);
}

}  // namespace lq::abi
