#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "compiler/include/lq/compile.h"
#include "compiler/lint/lint.h"

namespace lq {

struct LintRequest {
  // Any file of the package.
  std::string path;
  // The files to speak of, named as FileProvider::PackageFiles(path) names them.
  std::set<std::string> wanted;
  lint::Levels levels;
  // See lint::Package.
  bool whole = false;
  // Days since 1970-01-01.
  std::int64_t today = 0;
};

// What the checker and the lint rules had to say of one package.
struct Linting {
  SourceMap sources;
  // Sorted.
  Diagnostics diagnostics;
  // No file has a mistake; else no rule was asked.
  bool checked = false;
  // Of the package's policies by file; those with errors have none.
  std::map<std::string, std::string> hashes;
};

std::unique_ptr<Linting> LintPackage(FileProvider& files, const LintRequest& request);

}  // namespace lq
