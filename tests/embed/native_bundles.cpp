#include "tests/embed/native_bundles.h"

#include <fstream>
#include <string>

#include <fmt/format.h>

#include "compiler/include/lq/compile.h"
#include "runtime/bundle/bundle.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"
#include "tools/native/bundled_code.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const plan::Plan> PlanOf(const fs::path& example) {
  MemoryFiles files;
  for (const auto& entry : fs::directory_iterator(example)) {
    if (entry.path().extension() == ".lq")
      files.Add(entry.path().filename().string(), ReadWhole(entry.path()));
  }
  return MakePlan(*Compile(files, "hello.lq")->program);
}

}  // namespace

void WriteNativeBundles(const fs::path& example, const fs::path& folder) {
  const std::shared_ptr<const plan::Plan> plan = PlanOf(example);
  std::string problem;
  const auto made = tool::CompileForBundle(plan, {"host"}, problem);
  if (!made) {
    fmt::print(stderr, "there is no machine code: {}\n", problem);
    std::exit(1);
  }
  const auto write = [&](const char* name, const std::vector<bundle::NativePart>& parts) {
    std::ofstream(folder / name, std::ios::binary) << WriteBundle(*plan, {}, parts);
  };
  write("native.lqb", *made);
  write("none.lqb", {});
  std::vector<bundle::NativePart> parts = *made;
  parts[0].processor = "one that is not there";
  write("other.lqb", parts);
  parts = *made;
  parts[0].kernel.back() = parts[0].kernel.back() == '0' ? '1' : '0';
  write("older.lqb", parts);
  parts = *made;
  parts[0].image.back() ^= 1;
  write("damaged.lqb", parts);
}

}  // namespace lq::test
