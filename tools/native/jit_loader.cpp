#include "tools/native/jit_loader.h"

#include <dlfcn.h>

#include <filesystem>

#include <fmt/format.h>

namespace lq::tool {
namespace {

struct Loaded {
  const JitLibrary* library = nullptr;
  std::string problem;
};

Loaded Load() {
  const std::string path = JitLibraryPath();
  if (path.empty())
    return {nullptr, fmt::format("`{}` is not there", kJitLibraryFile)};
  void* const handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr)
    return {nullptr, fmt::format("`{}` cannot be loaded: {}", kJitLibraryFile, dlerror())};
  const auto entry = reinterpret_cast<JitLibraryEntry>(dlsym(handle, kJitLibraryEntry));
  const JitLibrary* const library = entry == nullptr ? nullptr : entry();
  if (library == nullptr || library->layout != JitLibrary::kLayout)
    return {nullptr, fmt::format("`{}` belongs to another lq", kJitLibraryFile)};
  return {library, {}};
}

}  // namespace

std::string JitLibraryPath() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error)
    return {};
  for (const fs::path& place : {folder, folder.parent_path() / "lib" / "lq"}) {
    if (fs::is_regular_file(place / kJitLibraryFile, error))
      return (place / kJitLibraryFile).string();
  }
  return {};
}

const JitLibrary* LoadJitLibrary(std::string& problem) {
  static const Loaded loaded = Load();
  problem = loaded.problem;
  return loaded.library;
}

}  // namespace lq::tool
