#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "runtime/bundle/bundle.h"
#include "tests/support/sections.h"

namespace lq::bundle {

// The bytes of a bundle among the seeds of the fuzz target. After a change of the format they are
// built again from the examples of their names.
inline std::string SampleBytes(std::string_view name) {
  return test::ReadWhole(std::string(LQ_SOURCE_DIR "/tests/fuzz/corpus/bundle/") +
                         std::string(name) + ".lqb");
}

// Its plan, to be changed.
inline plan::Plan SamplePlan(std::string_view name) {
  Problem problem;
  const std::optional<Bundle> bundle = OpenBundle(SampleBytes(name), problem);
  if (!bundle)
    throw std::runtime_error(problem.text);
  return *bundle->plan;
}

}  // namespace lq::bundle
