#include "tools/native/native_code_maker.h"

#include <sys/stat.h>

#include <new>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "runtime/native/bundled_code.h"
#include "runtime/native/kernel_digest.h"
#include "runtime/native/processor.h"
#include "tools/native/jit_loader.h"
#include "tools/native/native_host.h"

namespace lq::tool {
namespace {

// Which build of the compiler it is: its code may change while its version stays.
std::string CompilerKey(const std::string& path) {
  struct stat facts{};
  if (stat(path.c_str(), &facts) != 0)
    return {};
  return fmt::format("{}.{}.{}", facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

// All that native code depends on. Lines, for a person who looks into the cache.
std::string KeyOf(const Engine& engine, const engine::Kernel& kernel, const std::string& compiler) {
  return fmt::format("policy {} {}\nkernel {}\n", engine.plan().policy, engine.plan().hash,
                     KernelDigest(kernel)) +
         fmt::format("llvm {}\ncompiler {}\nprocessor {}\n", LQ_LLVM_VERSION, CompilerKey(compiler),
                     ProcessorKey());
}

}  // namespace

std::shared_ptr<const NativeCode> MakeNativeCode(const Engine& engine, const CodeCache& cache,
                                                 const std::vector<bundle::NativePart>& bundled,
                                                 std::string& problem) {
  const std::optional<engine::Kernel> kernel = engine.kernel();
  if (!kernel) {
    problem = kNoKernel;
    return nullptr;
  }
  problem = RunProblem();
  if (!problem.empty())
    return nullptr;
  if (auto code = LoadBundled(*kernel, bundled, problem))
    return code;
  const std::string path = JitLibraryPath();
  const std::string key = KeyOf(engine, *kernel, path);
  if (const std::string image = cache.Find(key); !path.empty() && !image.empty()) {
    if (auto code = NativeCode::Load(image, problem))
      return code;
  }
  const JitLibrary* const library = LoadJitLibrary(problem);
  if (library == nullptr)
    return nullptr;
  const std::string image = library->compile(*kernel, JitLibrary::kHost, problem);
  if (image.empty())
    return nullptr;
  cache.Keep(key, image);
  return NativeCode::Load(image, problem);
}

BackgroundCompiler::BackgroundCompiler(Engine& engine, std::vector<bundle::NativePart> bundled) {
  try {
    thread_ = std::thread([this, &engine, bundled = std::move(bundled)] { Make(engine, bundled); });
  } catch (const std::system_error& error) {
    problem_ = fmt::format("there is no thread to compile on ({})", error.code().message());
  }
}

void BackgroundCompiler::Make(Engine& engine, const std::vector<bundle::NativePart>& bundled) {
  try {
    const auto code = MakeNativeCode(engine, CodeCache::OfEnvironment(), bundled, problem_);
    if (code != nullptr)
      engine.Install({code, &code->entries()});
  } catch (const std::bad_alloc&) {
    problem_ = "there is no memory to compile in";
  }
}

void BackgroundCompiler::Wait() {
  if (thread_.joinable())
    thread_.join();
}

}  // namespace lq::tool
