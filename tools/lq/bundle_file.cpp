#include "tools/lq/bundle_file.h"

#include <fmt/format.h>

#include "tools/lq/mapped_file.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

constexpr std::string_view kEnding = ".lqb";

void ReportProblem(const std::string& path, const bundle::Problem& problem) {
  switch (problem.kind) {
    case bundle::Problem::Kind::kNewer:
      Report(DiagnosticKind::kBundleNewer,
             fmt::format("`{}` cannot be used: {}", path, problem.text),
             "use a newer lq, or build the bundle again with this one");
      return;
    case bundle::Problem::Kind::kNone:
    case bundle::Problem::Kind::kForeign:
      Report(DiagnosticKind::kNotABundle, fmt::format("`{}` is no bundle: {}", path, problem.text),
             "name a file that `lq build POLICY -o FILE.lqb` wrote");
      return;
    case bundle::Problem::Kind::kDamaged:
      Report(DiagnosticKind::kNotABundle,
             fmt::format("`{}` cannot be used: {}", path, problem.text),
             "build it again with `lq build POLICY -o FILE.lqb`, or copy it once more");
      return;
  }
}

}  // namespace

bool IsBundlePath(std::string_view path) { return path.ends_with(kEnding); }

std::optional<bundle::Bundle> ReadBundleFile(const std::string& path) {
  MappedFile file;
  if (std::string problem; !file.Open(path, problem)) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", path, problem),
           "check the path; it must be a file");
    return std::nullopt;
  }
  bundle::Problem problem;
  std::optional<bundle::Bundle> bundle = bundle::OpenBundle(file.bytes(), problem);
  if (!bundle) {
    ReportProblem(path, problem);
  }
  return bundle;
}

void ReportNeedsText(std::string_view path, std::string_view what) {
  Report(DiagnosticKind::kBundleHasNoText,
         fmt::format("`{}` is a bundle, and {} needs the text of the policy", path, what),
         "name the file that begins with `policy`; `lq decide` and `lq inspect` take bundles");
}

}  // namespace lq::tool
