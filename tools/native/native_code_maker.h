#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "runtime/bundle/bundle.h"
#include "runtime/engine/engine.h"
#include "runtime/native/native_code.h"
#include "tools/native/code_cache.h"

namespace lq::tool {

// Native code for an engine: of the bundle that its plan came from, from the cache, or made and put
// there. Null, with `problem`, when there is none for this plan or on this machine.
std::shared_ptr<const NativeCode> MakeNativeCode(const Engine& engine, const CodeCache& cache,
                                                 const std::vector<bundle::NativePart>& bundled,
                                                 std::string& problem);

// Gives an engine native code, on a thread of its own while others decide by the plan.
class BackgroundCompiler {
 public:
  BackgroundCompiler(Engine& engine, std::vector<bundle::NativePart> bundled);
  ~BackgroundCompiler() { Wait(); }
  BackgroundCompiler(const BackgroundCompiler&) = delete;
  BackgroundCompiler& operator=(const BackgroundCompiler&) = delete;

  // Until the engine has it, or will not have it.
  void Wait();
  // After waiting: why the engine has no native code; empty when it has.
  const std::string& problem() const { return problem_; }

 private:
  void Make(Engine& engine, const std::vector<bundle::NativePart>& bundled);

  std::string problem_;
  std::thread thread_;
};

}  // namespace lq::tool
