#include "tools/lq/lint_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "compiler/diag/apply_fixes.h"
#include "compiler/include/lq/lint.h"
#include "tools/lq/package_settings.h"
#include "tools/lq/replace_file.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// A fix may make way for another; rounds end by themselves, since each makes texts shorter or
// plainer, but nobody shall wait for a mistake in a rule.
constexpr int kMostRounds = 20;

// New texts by path.
using Texts = std::map<std::string, std::string>;

Texts Mend(const Linting& linting) {
  Texts texts;
  for (FileId file = 0; file < linting.sources.size(); ++file) {
    const SourceFile& source = linting.sources.file(file);
    std::string mended = ApplyFixes(source.text, linting.diagnostics, file);
    if (mended != source.text) {
      texts[source.path] = std::move(mended);
    }
  }
  return texts;
}

int Write(const Texts& texts) {
  int status = kFine;
  for (const auto& [path, text] : texts) {
    std::string problem;
    if (!ReplaceFile(path, text, problem)) {
      status = kUsage;
      Report(DiagnosticKind::kOutputFailed,
             fmt::format("`{}` cannot be written: {}", path, problem),
             "let yourself write it, or make room; the file is what it was");
    }
  }
  return status;
}

// Makes the certain fixes, round after round, in memory; then writes them when every policy means
// what it meant.
class Fixer {
 public:
  Fixer(DiskFiles& files, const LintRequest& request) : files_(files), request_(request) {}

  int Run() {
    std::unique_ptr<Linting> linting = LintPackage(files_, request_);
    if (!linting->checked) {
      return kFine;
    }
    const std::map<std::string, std::string> meant = linting->hashes;
    DiskFiles mended = files_;
    Texts texts;
    for (int round = 0; round < kMostRounds; ++round) {
      const Texts fresh = Mend(*linting);
      for (const auto& [path, text] : fresh) {
        mended.Overlay(path, text);
        texts[path] = text;
      }
      if (fresh.empty()) {
        break;
      }
      linting = LintPackage(mended, request_);
    }
    if (!linting->checked || linting->hashes != meant) {
      Refuse();
      return kFindings;
    }
    return Write(texts);
  }

 private:
  void Refuse() const {
    Report(
        DiagnosticKind::kFixesRefused,
        fmt::format("the fixes for the package of `{}` would change what a policy means, so none "
                    "was made",
                    request_.path),
        "make them by hand, one at a time, and compare what the policy decides");
  }

  DiskFiles& files_;
  const LintRequest& request_;
};

}  // namespace

std::vector<PackageUnits> GroupByPackage(DiskFiles& files, const std::vector<std::string>& units) {
  std::vector<PackageUnits> packages;
  std::map<std::string, std::size_t> by_folder;
  std::vector<std::map<std::string, std::string>> names;
  for (const std::string& unit : units) {
    const std::string folder = FileIdentity(PackageFolder(unit).string());
    const auto [known, fresh] = by_folder.emplace(folder, packages.size());
    if (fresh) {
      packages.push_back({unit, {}});
      auto& by_identity = names.emplace_back();
      for (const std::string& path : files.PackageFiles(unit)) {
        by_identity.emplace(FileIdentity(path), path);
      }
    }
    packages[known->second].wanted.insert(names[known->second][FileIdentity(unit)]);
  }
  return packages;
}

int LintOnePackage(DiskFiles& files, const PackageUnits& package, const LintTask& task,
                   Findings& findings) {
  const std::optional<PackageSettings> settings = ReadPackageSettings(package.path);
  if (!settings.has_value()) {
    return kUsage;
  }
  const LintRequest request{package.path, package.wanted, settings->lint, settings->there,
                            task.today};
  const int status = task.fix ? Fixer(files, request).Run() : kFine;
  const std::unique_ptr<Linting> linting = LintPackage(files, request);
  findings.Take(linting->diagnostics, linting->sources, package.wanted.size());
  return std::max(status, findings.status());
}

}  // namespace lq::tool
