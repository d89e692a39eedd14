#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lq {

// Finds the bytes that mean something in CSV, 64 at a time.
struct BlockScan {
  static constexpr std::size_t kBlock = 64;

  char separator = ',';
  char quote = '"';

  // Bit i says something of block[i]; reads all kBlock bytes.
  struct Result {
    // Separator, quote, CR or LF.
    std::uint64_t special = 0;
    // Over 127.
    std::uint64_t foreign = 0;
  };

#if defined(__SSE2__)
  Result operator()(const char* block) const {
    Result result;
    const __m128i separators = _mm_set1_epi8(separator);
    const __m128i quotes = _mm_set1_epi8(quote);
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r');
    for (std::size_t i = 0; i < kBlock; i += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
      const __m128i found = _mm_or_si128(
          _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), _mm_cmpeq_epi8(bytes, quotes)),
          _mm_or_si128(_mm_cmpeq_epi8(bytes, line_feeds), _mm_cmpeq_epi8(bytes, returns)));
      result.special |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(found))} << i;
      result.foreign |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(bytes))} << i;
    }
    return result;
  }
#else
  Result operator()(const char* block) const {
    Result result;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const char c = block[i];
      const bool special = c == separator || c == quote || c == '\n' || c == '\r';
      result.special |= std::uint64_t{special} << i;
      result.foreign |= std::uint64_t{static_cast<unsigned char>(c) > 127} << i;
    }
    return result;
  }
#endif
};

}  // namespace lq
