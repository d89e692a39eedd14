#pragma once

#include <string>

namespace lq::tool {

// Whether native code can be made and run here.
struct NativeHost {
  // Why not, for a person; empty when it can.
  std::string problem;
  // "19.1.7"
  std::string llvm;
  // In LLVM's words, and in the processor's own: "znver4", "AMD EPYC 9R14".
  std::string processor;
  std::string name;
};

// Why this host does not run code that was made at run time; empty when it does.
std::string RunProblem();

// Loads LLVM to find out.
NativeHost LookAtNativeHost();

}  // namespace lq::tool
