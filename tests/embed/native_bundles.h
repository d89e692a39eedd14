#pragma once

#include <filesystem>

namespace lq::test {

// Writes bundles of the policy of examples/hello, which differ in their machine code:
//
//   native.lqb   fits this processor
//   none.lqb     there is none
//   other.lqb    is for a processor that is not there
//   older.lqb    was made from other tables than those of the plan
//   damaged.lqb  a byte of it was changed
void WriteNativeBundles(const std::filesystem::path& example, const std::filesystem::path& folder);

}  // namespace lq::test
