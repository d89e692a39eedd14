#include "tools/native/native_host.h"

#include "runtime/native/native_code.h"
#include "runtime/native/native_image.h"
#include "runtime/native/processor.h"
#include "tools/native/jit_loader.h"

namespace lq::tool {

// Tries a function that only returns.
std::string RunProblem() {
  NativeImageHeader header;
  header.judge = 0;
  header.sweep = 0;
  std::string problem;
  NativeCode::Load(MakeNativeImage(header, "\xC3"), problem);
  return problem;
}

NativeHost LookAtNativeHost() {
  NativeHost host;
  host.name = ProcessorName();
  host.problem = RunProblem();
  if (!host.problem.empty())
    return host;
  if (const JitLibrary* const library = LoadJitLibrary(host.problem)) {
    host.llvm = library->llvm;
    host.processor = library->processor();
  }
  return host;
}

}  // namespace lq::tool
