#pragma once

namespace lq::bench {

// Puts compiler and flags into the context of the results.
void AddBuildContext();

}  // namespace lq::bench
