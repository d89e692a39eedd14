#include "compiler/include/lq/lint.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "compiler/check/check_source.h"
#include "compiler/include/lq/package_loader.h"

namespace lq {
namespace {

using syntax::UnitKind;

class PackageLint {
 public:
  PackageLint(FileProvider& files, const LintRequest& request, Linting& result)
      : files_(files),
        request_(request),
        result_(result),
        loader_(files, result.sources, checked_, request.path) {}

  void Run() {
    Load();
    for (const LoadedUnit* loaded : own_)
      Check(loaded->unit);
    result_.checked = !checked_.has_errors();
    if (result_.checked) {
      Diagnostics found;
      lint::Lint(Package(), request_.levels, found);
      Keep(found);
    }
    Keep(checked_);
    result_.diagnostics.Sort();
  }

 private:
  void Load() {
    for (const std::string& path : files_.PackageFiles(request_.path)) {
      if (files_.FolderOf(path) != 0)
        continue;
      if (const LoadedUnit* loaded = loader_.Load(path)) {
        own_.push_back(loaded);
        loader_.ReportOthers(loaded->unit);
      }
    }
  }

  void Check(const syntax::Unit& unit) {
    SourceMap& sources = result_.sources;
    switch (unit.kind) {
      case UnitKind::kPolicy:
        if (const auto suite = CheckPolicy(unit, loader_, sources, checked_)) {
          programs_.push_back({&unit, suite->program});
          result_.hashes[sources.file(unit.file).path] = suite->program->hash;
        }
        return;
      case UnitKind::kSchema:
      case UnitKind::kLibrary:
        return CheckLibrary(unit, loader_, sources, checked_);
      case UnitKind::kSource:
        CheckSource(unit, loader_, sources, checked_);
        return;
      case UnitKind::kTests:
        CheckTests(unit, loader_, sources, checked_);
        return;
      case UnitKind::kUnknown:
        return;
    }
  }

  lint::Package Package() {
    lint::Package package;
    package.sources = &result_.sources;
    package.whole = request_.whole;
    package.today = request_.today;
    for (const LoadedUnit* loaded : own_)
      package.files.push_back({&loaded->unit, &loaded->side, true});
    for (const LoadedUnit* loaded : loader_.loaded()) {
      if (std::find(own_.begin(), own_.end(), loaded) == own_.end())
        package.files.push_back({&loaded->unit, &loaded->side, false});
    }
    for (const auto& [unit, program] : programs_)
      package.policies.push_back({unit, program.get()});
    return package;
  }

  // Of the files that were asked for, errors of all; each once: units that import one another
  // report the same mistakes.
  void Keep(const Diagnostics& diagnostics) {
    std::set<std::tuple<FileId, std::uint32_t, int, std::string>> seen;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      const Span& at = diagnostic.primary.span;
      const bool wanted =
          request_.wanted.contains(result_.sources.file(at.file).path) ||
          (diagnostic.kind != DiagnosticKind::kLint && SeverityOf(diagnostic) == Severity::kError);
      if (wanted && seen.insert({at.file, at.begin, CodeOf(diagnostic), diagnostic.message}).second)
        result_.diagnostics.Report(diagnostic);
    }
  }

  FileProvider& files_;
  const LintRequest& request_;
  Linting& result_;
  Diagnostics checked_;
  PackageLoader loader_;
  std::vector<const LoadedUnit*> own_;
  std::vector<std::pair<const syntax::Unit*, std::shared_ptr<const ir::Program>>> programs_;
};

}  // namespace

std::unique_ptr<Linting> LintPackage(FileProvider& files, const LintRequest& request) {
  auto result = std::make_unique<Linting>();
  PackageLint(files, request, *result).Run();
  return result;
}

}  // namespace lq
