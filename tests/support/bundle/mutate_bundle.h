#pragma once

#include <random>
#include <string>

namespace lq::test {

// The bytes of a bundle, damaged in one to four ways: bits turned, bytes put in or taken out, cut
// off, numbers overwritten, sections exchanged. Half of the time its checksum is made to fit again,
// as somebody would who means harm.
std::string Mutate(std::string bytes, std::mt19937_64& random);

}  // namespace lq::test
