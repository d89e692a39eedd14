#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/check.h"
#include "compiler/include/lq/compile.h"
#include "compiler/include/lq/package_index.h"
#include "compiler/syntax/side_table.h"
#include "compiler/syntax/unit.h"

namespace lq {

// A unit with what its tree leaves out.
struct LoadedUnit {
  syntax::Unit unit;
  syntax::SideTable side;
};

// The units of one compilation, parsed when they are first asked for.
class PackageLoader : public UnitLoader {
 public:
  PackageLoader(FileProvider& files, SourceMap& sources, Diagnostics& diagnostics,
                const std::string& path)
      : files_(files), sources_(sources), diagnostics_(diagnostics), index_(files, path) {}

  // The unit in a file; null, and reported, when it cannot be read.
  const LoadedUnit* Load(const std::string& path);
  // What was loaded so far, by path.
  std::vector<const LoadedUnit*> loaded() const;
  const syntax::Unit* Find(syntax::UnitKind kind, std::string_view name) override;
  std::vector<std::string_view> Names(syntax::UnitKind kind) override { return index_.Names(kind); }
  std::string Unreadable() override { return index_.unreadable(); }
  std::optional<FileId> OpenBeside(FileId from, std::string_view name,
                                   std::string& problem) override;
  // Reports, once, other files of the same folder that hold the unit too.
  void ReportOthers(const syntax::Unit& unit);

 private:
  void ReportOthers(const syntax::Unit& unit, const std::vector<PackageIndex::Entry>& entries);
  // A standard library is no file.
  bool Read(const std::string& path, std::string& text, std::string& problem);

  FileProvider& files_;
  SourceMap& sources_;
  Diagnostics& diagnostics_;
  PackageIndex index_;
  std::map<std::string, std::unique_ptr<LoadedUnit>> units_;
  std::set<const syntax::Unit*> reported_;
};

}  // namespace lq
