#include "tests/bench/measure/build_context.h"

#include <benchmark/benchmark.h>

namespace lq::bench {

void AddBuildContext() {
#ifdef __clang__
  benchmark::AddCustomContext("compiler", "clang " __clang_version__);
#else
  benchmark::AddCustomContext("compiler", "g++ " __VERSION__);
#endif
  benchmark::AddCustomContext("flags", LQ_BENCH_FLAGS);
}

}  // namespace lq::bench
