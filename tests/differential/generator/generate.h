#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/differential/generator/draft.h"

namespace lq::test {

// The policy's file.
inline constexpr const char* kPolicyFile = "policy.lq";

// A well-typed program, the same for the same seed.
GeneratedProgram GenerateProgram(std::uint64_t seed, const GenerateOptions& options,
                                 Coverage& coverage);

// Its files: name to text, the statements in their order.
std::map<std::string, std::string> FilesOf(const GeneratedProgram& program);

// The statements that need not come first, in another order.
GeneratedProgram Shuffled(const GeneratedProgram& program, Random& random);

// A canonical lead of the program's schema.
std::string GenerateLead(const GeneratedProgram& program, Random& random, Coverage& coverage);

}  // namespace lq::test
