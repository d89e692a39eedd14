#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace lq::test {

// Of the random tests: `--programs N` and `--seed S`, read from the command line.
struct RandomTestOptions {
  std::uint64_t programs = 2000;
  std::uint64_t seed = 1;
  std::uint64_t leads = 64;

  void Read(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i) {
      const std::string_view name = argv[i];
      std::uint64_t* option = name == "--programs" ? &programs
                              : name == "--seed"   ? &seed
                              : name == "--leads"  ? &leads
                                                   : nullptr;
      if (option != nullptr) {
        *option = std::strtoull(argv[i + 1], nullptr, 10);
      }
    }
  }
};

}  // namespace lq::test
