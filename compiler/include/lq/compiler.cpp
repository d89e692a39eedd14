#include "compiler/include/lq/compiler.h"

#include <map>

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "compiler/include/lq/compile.h"
#include "runtime/bundle/bundle.h"

namespace lq::embed {
namespace {

class GivenFiles : public FileProvider {
 public:
  explicit GivenFiles(const std::vector<File>& files) {
    for (const File& file : files)
      texts_[file.path] = &file.text;
  }

  std::vector<std::string> PackageFiles(const std::string&) override {
    std::vector<std::string> paths;
    for (const auto& [path, text] : texts_) {
      if (path.ends_with(".lq"))
        paths.push_back(path);
    }
    return paths;
  }

  bool Read(const std::string& path, std::string& text, std::string& problem) override {
    const auto found = texts_.find(path);
    if (found == texts_.end()) {
      problem = "it is not among the files given";
      return false;
    }
    text = *found->second;
    return true;
  }

  std::string Beside(const std::string& path, const std::string& name) override {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? name : path.substr(0, slash + 1) + name;
  }

 private:
  std::map<std::string, const std::string*> texts_;
};

Message MessageOf(const Diagnostic& diagnostic, const SourceMap& sources) {
  const Span at = diagnostic.primary.span;
  const LineColumn place = sources.Locate(at.file, at.begin);
  return {CodeText(diagnostic),
          SeverityOf(diagnostic) == Severity::kError,
          sources.file(at.file).path,
          place.line,
          place.column,
          diagnostic.message,
          diagnostic.help};
}

// Empty, after a report, when it is beyond what bundles hold: no reader would take it.
std::string BundleOf(const Compilation& compilation, Diagnostics& diagnostics) {
  std::string bytes = WriteBundle(*MakePlan(*compilation.program));
  std::string problem;
  if (ReadBundle(bytes, problem) != nullptr)
    return bytes;
  diagnostics
      .Report(DiagnosticKind::kLimit, Span{},
              fmt::format("no bundle holds this policy: {}", problem))
      .help =
      "make the policy smaller where the message says: split it, or put less inside each other";
  return {};
}

// Of a unit of another kind that has no mistake.
void ReportOther(const std::string& path, Diagnostics& diagnostics) {
  diagnostics.Report(DiagnosticKind::kNotAPolicy, Span{}, fmt::format("`{}` holds no policy", path))
      .help = "name the file that begins with `policy`";
}

}  // namespace

Compiled Compile(const std::vector<File>& files, const std::string& path) {
  GivenFiles given(files);
  const std::unique_ptr<Compilation> compilation = lq::Compile(given, path);
  Diagnostics& diagnostics = compilation->diagnostics;
  if (compilation->program == nullptr && !diagnostics.has_errors())
    ReportOther(path, diagnostics);
  Compiled compiled;
  if (!diagnostics.has_errors())
    compiled.bundle = BundleOf(*compilation, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all())
    compiled.messages.push_back(MessageOf(diagnostic, compilation->sources));
  compiled.report = RenderText(diagnostics, compilation->sources, {});
  return compiled;
}

}  // namespace lq::embed
