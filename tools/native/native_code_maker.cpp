#include "tools/native/native_code_maker.h"

#include <sys/stat.h>

#include <cstring>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "runtime/native/native_image.h"
#include "runtime/native/processor.h"
#include "tools/native/jit_loader.h"

namespace lq::tool {
namespace {

// Everything that a kernel holds, in few bytes.
class KernelDigest {
 public:
  KernelDigest() { XXH3_128bits_reset(&state_); }

  template <typename T>
  void Add(const T& number) {
    static_assert(std::has_unique_object_representations_v<T>);
    XXH3_128bits_update(&state_, &number, sizeof number);
  }
  template <typename T>
  void AddAll(const std::vector<T>& numbers) {
    static_assert(std::has_unique_object_representations_v<T>);
    Add(numbers.size());
    XXH3_128bits_update(&state_, numbers.data(), numbers.size() * sizeof(T));
  }
  void Add(const engine::RowTables::Entries& entries) {
    Add(entries.first);
    Add(entries.count);
  }
  void Add(const engine::RowTables& rows) {
    for (const auto& field : rows.bytes) {
      Add(field.offset);
      Add(field.entries);
    }
    Add(rows.bytes.size());
    for (const auto& field : rows.shorts) {
      Add(field.offset);
      Add(field.codes);
      Add(field.entries);
    }
    Add(rows.shorts.size());
    for (const auto& field : rows.wides) {
      Add(field.offset);
      Add(field.starts);
      Add(field.entries);
    }
    Add(rows.wides.size());
    AddAll(rows.pool);
    AddAll(rows.codes);
  }
  void Add(const engine::WinnerTables& winners) {
    Add(winners.rules);
    Add(winners.residual);
    Add(winners.entangled);
    Add(winners.winners);
    AddAll(winners.confidences);
  }
  std::string Text() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_);
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  }

 private:
  XXH3_state_t state_{};
};

// Which build of the compiler it is: its code may change while its version stays.
std::string CompilerKey(const std::string& path) {
  struct stat facts{};
  if (stat(path.c_str(), &facts) != 0)
    return {};
  return fmt::format("{}.{}.{}", facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

// All that native code depends on. Lines, for a person who looks into the cache.
std::string KeyOf(const Engine& engine, const engine::Kernel& kernel, const std::string& compiler) {
  KernelDigest digest;
  digest.Add(kernel.rows);
  digest.Add(kernel.winners);
  digest.AddAll(kernel.looked_at);
  return fmt::format("policy {} {}\nkernel {}\n", engine.plan().policy, engine.plan().hash,
                     digest.Text()) +
         fmt::format("layout {:x}\nllvm {}\ncompiler {}\nprocessor {} {}\n", JitLibrary::kLayout,
                     LQ_LLVM_VERSION, CompilerKey(compiler), ProcessorName(), ProcessorKey());
}

}  // namespace

std::shared_ptr<const NativeCode> MakeNativeCode(const Engine& engine, const CodeCache& cache,
                                                 std::string& problem) {
  const std::optional<engine::Kernel> kernel = engine.kernel();
  if (!kernel) {
    problem = "the policy has more conditions than native code takes";
    return nullptr;
  }
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

BackgroundCompiler::BackgroundCompiler(Engine& engine)
    : thread_([this, &engine] {
        const auto code = MakeNativeCode(engine, CodeCache::OfEnvironment(), problem_);
        if (code != nullptr)
          engine.Install({code, &code->entries()});
      }) {}

void BackgroundCompiler::Wait() {
  if (thread_.joinable())
    thread_.join();
}

}  // namespace lq::tool
