#include "tools/lq/version_command.h"

#include <fmt/format.h>

#include "tools/lq/command_line.h"
#include "tools/lq/output.h"

namespace lq::tool {

int RunVersion(const std::vector<std::string>& words) {
  std::string format = "human";
  // The common case, `lq --version`, sets up nothing.
  if (!words.empty()) {
    CommandLine line("version");
    line.Format(format, {"human", "json"});
    if (const auto status = line.Read(words)) {
      return *status;
    }
  }
  Output output;
  output.Write(
      format == "json"
          ? fmt::format("{{\"version\":1,\"lq\":\"{}\",\"editions\":[2026]}}\n", LQ_VERSION)
          : fmt::format("lq {}, language edition 2026\n", LQ_VERSION));
  return output.status();
}

}  // namespace lq::tool
