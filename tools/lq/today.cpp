#include "tools/lq/today.h"

#include <fmt/format.h>

#include <chrono>

#include "runtime/value/date.h"
#include "tools/lq/report.h"

namespace lq::tool {

bool ReadToday(const std::string& text, std::int64_t& today) {
  if (text.empty()) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    today = std::chrono::duration_cast<std::chrono::days>(now).count();
    return true;
  }
  if (ParseDate(text, today)) {
    return true;
  }
  Report(DiagnosticKind::kCommandUsage, fmt::format("`{}` is no date", text),
         "write `--today 2026-08-01`");
  return false;
}

}  // namespace lq::tool
