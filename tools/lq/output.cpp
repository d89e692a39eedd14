#include "tools/lq/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "tools/lq/disk_files.h"
#include "tools/lq/report.h"

namespace lq::tool {

bool Output::Write(std::string_view bytes) {
  while (!bytes.empty() && !closed_ && !failed_) {
    const ssize_t written = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      failed_ = true;
      Report(DiagnosticKind::kOutputFailed,
             fmt::format("standard output cannot be written: {}", SystemProblem(errno)),
             "make room or write elsewhere, then run it again; what was written is not complete");
    }
  }
  return !closed_ && !failed_;
}

}  // namespace lq::tool
