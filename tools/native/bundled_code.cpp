#include "tools/native/bundled_code.h"

#include "runtime/engine/engine.h"
#include "runtime/native/bundled_code.h"
#include "runtime/native/kernel_digest.h"
#include "runtime/native/processor.h"
#include "tools/native/jit_loader.h"

namespace lq::tool {

std::optional<std::vector<bundle::NativePart>> CompileForBundle(
    const std::shared_ptr<const plan::Plan>& plan, const std::vector<std::string>& processors,
    std::string& problem) {
  std::vector<bundle::NativePart> parts;
  const Engine engine(plan);
  const std::optional<engine::Kernel> kernel = engine.kernel();
  if (!kernel)
    problem = kNoKernel;
  const JitLibrary* const library = kernel ? LoadJitLibrary(problem) : nullptr;
  if (library == nullptr)
    return std::nullopt;
  for (const std::string& processor : processors) {
    const std::string image = library->compile(*kernel, processor.c_str(), problem);
    if (image.empty())
      return std::nullopt;
    parts.push_back({processor == JitLibrary::kHost ? ProcessorKey() : processor,
                     KernelDigest(*kernel),
                     {image.begin(), image.end()}});
  }
  return parts;
}

}  // namespace lq::tool
