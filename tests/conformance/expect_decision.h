#pragma once

#include <string>
#include <string_view>

#include "tests/support/tiers/policy_package.h"

namespace lq::test {

// What differs from `expected`, tier by tier; empty when every tier gives it.
std::string Differences(PolicyPackage& package, std::string_view lead, std::string_view as_of,
                        const Toggles& toggles, std::string_view expected);

}  // namespace lq::test
