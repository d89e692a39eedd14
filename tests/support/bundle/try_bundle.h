#pragma once

#include <string_view>

namespace lq::test {

// Reads bytes as a bundle, and when they are taken, has their plan decide leads that know nothing,
// all there is, the ends of every range, and whole ranges. Whether they were taken. That nothing
// worse happens is for sanitizers to see.
bool TryBundle(std::string_view bytes);

}  // namespace lq::test
