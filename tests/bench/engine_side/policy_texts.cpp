#include "tests/bench/engine_side/policy_texts.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "tests/support/package/memory_files.h"

namespace lq::bench {

PolicyTexts ReadTexts(const std::filesystem::path& folder) {
  PolicyTexts texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".lq") {
      std::ifstream in(entry.path(), std::ios::binary);
      texts[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
    }
  }
  return texts;
}

std::unique_ptr<Compilation> CompileTexts(const PolicyTexts& texts, const std::string& policy) {
  test::MemoryFiles files;
  for (const auto& [name, text] : texts)
    files.Add(name, text);
  std::unique_ptr<Compilation> compilation = Compile(files, policy);
  if (compilation->program == nullptr) {
    fmt::print(stderr, "{}", RenderText(compilation->diagnostics, compilation->sources, {}));
    std::exit(1);
  }
  return compilation;
}

}  // namespace lq::bench
