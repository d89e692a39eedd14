#pragma once

#include <cstddef>

namespace lq::intake {

// 1 MiB: the longest body of a lead.
inline constexpr std::size_t kMaxLeadBytes = std::size_t{1} << 20;

}  // namespace lq::intake
