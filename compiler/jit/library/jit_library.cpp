#include "compiler/jit/library/jit_library.h"

#include <string_view>

#include <llvm/Config/llvm-config.h>

#include "compiler/jit/jit.h"

namespace lq {
namespace {

std::string Processor() { return NativeTarget::Host().cpu; }

std::string Compile(const engine::Kernel& kernel, const char* processor, std::string& problem) {
  const bool host = processor == std::string_view(JitLibrary::kHost);
  const NativeTarget target = host ? NativeTarget::Host() : NativeTarget{processor, {}};
  return CompileKernel(kernel, target, problem);
}

}  // namespace
}  // namespace lq

extern "C" [[gnu::visibility("default")]] const lq::JitLibrary* lq_jit_library() {
  static const lq::JitLibrary library = {
      .llvm = LLVM_VERSION_STRING, .processor = lq::Processor, .compile = lq::Compile};
  return &library;
}
