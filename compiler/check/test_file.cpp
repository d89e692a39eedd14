#include "compiler/check/test_file.h"

#include <fmt/format.h>

namespace lq::check {

std::optional<FileId> OpenTestFile(Context& context, const std::string& name, Span place,
                                   std::string_view what) {
  const bool leaves = name.starts_with('/') || name.find("..") != std::string::npos;
  if (name.empty() || leaves) {
    Diagnostic& report =
        context.Report(DiagnosticKind::kGivenValue, place,
                       fmt::format("{} lies beside the test, or below its folder", what));
    report.help = "put the file there, and write its path from there";
    return std::nullopt;
  }
  std::string problem;
  const std::optional<FileId> file = context.loader.OpenBeside(place.file, name, problem);
  if (!file) {
    Diagnostic& report =
        context.Report(DiagnosticKind::kUnreadableFile, place,
                       fmt::format("the file `{}` cannot be read: {}", name, problem));
    report.help = problem == "no such file" ? "put the file there, or correct its name"
                                            : "see to it that it can be read";
  }
  return file;
}

}  // namespace lq::check
