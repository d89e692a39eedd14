#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "compiler/syntax/unit.h"

namespace lq {

// Which file holds which unit, the standard libraries last. Files are read when the first unit is
// sought, and only their headers parsed.
class PackageIndex {
 public:
  PackageIndex(FileProvider& files, std::string path) : files_(files), path_(std::move(path)) {}

  struct Entry {
    std::string path;
    int folder = 0;
  };
  // The files that hold the unit, the nearest first; null when there is none.
  const std::vector<Entry>* Find(syntax::UnitKind kind, std::string_view name);
  // "`lib/a.lq` cannot be read: permission denied", of the first such file; else empty.
  const std::string& unreadable();
  // Names of all units of a kind, sorted.
  std::vector<std::string_view> Names(syntax::UnitKind kind);

 private:
  void Build();

  FileProvider& files_;
  std::string path_;
  bool built_ = false;
  std::string unreadable_;
  std::map<syntax::UnitKind, std::map<std::string, std::vector<Entry>, std::less<>>> units_;
};

}  // namespace lq
