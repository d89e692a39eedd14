#pragma once

#include <string>

#include "tests/differential/generator/random.h"

namespace lq::test {

// The bytes of a bundle, damaged in one to four ways: bits turned, bytes put in or taken out, cut
// off, numbers overwritten, sections exchanged. Half of the time its checksum is made to fit again,
// as somebody would who means harm.
std::string Mutate(std::string bytes, Random& random);

}  // namespace lq::test
