#include <fmt/format.h>

#include "tools/lq/findings_format.h"
#include "tools/lq/github_text.h"

namespace lq::tool {
namespace {

class GithubFormat : public FindingsFormat {
 public:
  void Take(const Diagnostics& diagnostics, const SourceMap& sources) override {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      const Span& span = diagnostic.primary.span;
      const LineColumn begin = sources.Locate(span.file, span.begin);
      const LineColumn end = sources.Locate(span.file, span.end);
      // Columns are shown of one line only.
      const std::string columns =
          begin.line == end.line ? fmt::format(",col={},endColumn={}", begin.column, end.column)
                                 : "";
      const bool error = SeverityOf(diagnostic) == Severity::kError;
      const std::string& path = sources.file(span.file).path;
      out_ +=
          fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n",
                      error ? "error" : "warning", GithubText(path, true), begin.line, end.line,
                      columns, CodeText(diagnostic), GithubText(WholeMessage(diagnostic), false));
    }
  }
  std::string Print() const override { return out_; }

 private:
  std::string out_;
};

}  // namespace

std::unique_ptr<FindingsFormat> MakeGithubFormat() { return std::make_unique<GithubFormat>(); }

}  // namespace lq::tool
