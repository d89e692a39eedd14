#include "runtime/native/bundled_code.h"

#include "runtime/native/kernel_digest.h"
#include "runtime/native/processor.h"

namespace lq {
namespace {

// How well code for a processor fits this one; 0: it does not run here.
int Fit(std::string_view processor) {
  constexpr int kBest = 10;
  if (processor == ProcessorKey())
    return kBest;
  return RunsLevel(processor) ? processor.back() - '0' : 0;
}

// Null, with `problem`, when no part fits.
const bundle::NativePart* BestOf(std::span<const bundle::NativePart> parts,
                                 const std::string& kernel, std::string& problem) {
  problem = parts.empty() ? "the bundle holds no machine code; `lq build --native` puts some in"
                          : "none of the machine code in the bundle is for this processor; "
                            "`lq inspect` tells what it is for";
  const bundle::NativePart* best = nullptr;
  int best_fit = 0;
  for (const bundle::NativePart& part : parts) {
    const int fit = Fit(part.processor);
    if (fit > 0 && part.kernel != kernel) {
      problem =
          "the machine code in the bundle was made by another version of lq, or for another "
          "policy; build it anew";
    } else if (fit > best_fit) {
      best = &part;
      best_fit = fit;
    }
  }
  return best;
}

}  // namespace

std::shared_ptr<const NativeCode> LoadBundled(const engine::Kernel& kernel,
                                              std::span<const bundle::NativePart> parts,
                                              std::string& problem) {
  const bundle::NativePart* const best = BestOf(parts, KernelDigest(kernel), problem);
  if (best == nullptr)
    return nullptr;
  const auto* const bytes = reinterpret_cast<const char*>(best->image.data());
  auto code = NativeCode::Load({bytes, best->image.size()}, problem);
  if (code == nullptr)
    problem = "the machine code in the bundle cannot be run: " + problem;
  return code;
}

}  // namespace lq
