#include "tools/lq/report.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "compiler/diag/shown_line.h"

namespace lq::tool {
namespace {

ColorMode color_mode = ColorMode::kAuto;

bool NoColorIsSet() {
  const char* value = std::getenv("NO_COLOR");
  return value != nullptr && value[0] != '\0';
}

bool ColorOn(int file) {
  switch (color_mode) {
    case ColorMode::kAlways:
      return true;
    case ColorMode::kNever:
      return false;
    case ColorMode::kAuto:
      return !NoColorIsSet() && isatty(file) == 1;
  }
  return false;
}

}  // namespace

void SetColor(ColorMode mode) { color_mode = mode; }

bool ColorOnMessages() { return ColorOn(STDERR_FILENO); }

bool ColorOnOutput() { return ColorOn(STDOUT_FILENO); }

void Say(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) {
      return;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Report(DiagnosticKind kind, std::string_view message, std::string_view help,
            const std::vector<std::string>& details) {
  const DiagnosticInfo& info = Describe(kind);
  const bool color = ColorOnMessages();
  const bool error = info.severity == Severity::kError;
  const std::string_view paint = !color ? "" : error ? "\033[1;31m" : "\033[1;33m";
  const std::string_view plain = color ? "\033[0m" : "";
  const std::string code = CodeText(kind);
  std::string text = fmt::format("{}{} {}{}: {}\n", paint, error ? "error" : "warning", code, plain,
                                 Printable(message));
  for (const std::string& detail : details) {
    text += fmt::format("   - {}\n", Printable(detail));
  }
  if (!help.empty()) {
    text += fmt::format("   = help: {}\n", help);
  }
  text += fmt::format("   = more: lq explain {}\n", code);
  Say(text);
}

}  // namespace lq::tool
