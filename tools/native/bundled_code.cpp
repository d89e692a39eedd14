#include "tools/native/bundled_code.h"

#include <string_view>

#include "runtime/engine/engine.h"
#include "runtime/native/processor.h"
#include "tools/native/jit_loader.h"
#include "tools/native/kernel_digest.h"

namespace lq::tool {
namespace {

// How well code for a processor fits this one; 0: it does not run here.
int Fit(std::string_view processor) {
  constexpr int kBest = 5;
  if (processor == ProcessorKey())
    return kBest;
  if (processor == "x86-64-v4")
    return __builtin_cpu_supports("x86-64-v4") ? 4 : 0;
  if (processor == "x86-64-v3")
    return __builtin_cpu_supports("x86-64-v3") ? 3 : 0;
  if (processor == "x86-64-v2")
    return __builtin_cpu_supports("x86-64-v2") ? 2 : 0;
  return 0;
}

}  // namespace

std::optional<std::vector<bundle::NativePart>> CompileForBundle(
    const std::shared_ptr<const plan::Plan>& plan, const std::vector<std::string>& processors,
    std::string& problem) {
  std::vector<bundle::NativePart> parts;
  const Engine engine(plan);
  const std::optional<engine::Kernel> kernel = engine.kernel();
  if (!kernel)
    problem = "the policy has more conditions than native code takes";
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

std::shared_ptr<const NativeCode> LoadBundled(const engine::Kernel& kernel,
                                              const std::vector<bundle::NativePart>& parts) {
  const bundle::NativePart* best = nullptr;
  for (const bundle::NativePart& part : parts) {
    const bool better = Fit(part.processor) > (best == nullptr ? 0 : Fit(best->processor));
    if (better && part.kernel == KernelDigest(kernel))
      best = &part;
  }
  if (best == nullptr)
    return nullptr;
  const auto* const bytes = reinterpret_cast<const char*>(best->image.data());
  std::string problem;
  return NativeCode::Load({bytes, best->image.size()}, problem);
}

}  // namespace lq::tool
