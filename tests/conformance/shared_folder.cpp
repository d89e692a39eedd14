#include "tests/conformance/shared_folder.h"

#include <cstdio>
#include <cstdlib>

namespace lq::test {

std::filesystem::path SharedFolder(const std::string& name) {
  const char* given = std::getenv("LQ_SHARED");
  const std::filesystem::path root = given != nullptr ? given : LQ_SOURCE_DIR "/../shared";
  const std::filesystem::path folder = (root / name).lexically_normal();
  if (std::filesystem::is_directory(folder)) {
    return folder;
  }
  std::printf("skipped: there is no folder %s\n", folder.c_str());
  return {};
}

}  // namespace lq::test
