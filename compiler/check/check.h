#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "compiler/diag/diagnostic.h"
#include "compiler/ir/test_suite.h"
#include "compiler/syntax/unit.h"

namespace lq {

// How the checker reaches what a unit names. Implemented by the driver; the checker opens no file
// itself.
class UnitLoader {
 public:
  virtual ~UnitLoader() = default;
  // The parsed unit of that kind and name, null when the package, the library path and the standard
  // library have none. The same unit is parsed once; its address stays valid.
  virtual const syntax::Unit* Find(syntax::UnitKind kind, std::string_view name) = 0;
  // Names of all units of a kind, for suggestions.
  virtual std::vector<std::string_view> Names(syntax::UnitKind kind) = 0;
  // What a file of the package that cannot be read has to say: "`lib/a.lq` cannot be read:
  // permission denied"; empty when all can be.
  virtual std::string Unreadable() = 0;
  // The text of a file beside `from` ("territories.csv"), added to the source map; nothing and
  // `problem` set when it cannot be read.
  virtual std::optional<FileId> OpenBeside(FileId from, std::string_view name,
                                           std::string& problem) = 0;
};

// Resolves names, types and ranges of a policy with all it imports, and takes the examples of its
// rules as tests. Reports every mistake it finds, echoes of one mistake aside; null when there was
// an error.
std::shared_ptr<const ir::TestSuite> CheckPolicy(const syntax::Unit& unit, UnitLoader& loader,
                                                 const SourceMap& sources,
                                                 Diagnostics& diagnostics);

// The same for a `tests` unit and the policy that it is for.
std::shared_ptr<const ir::TestSuite> CheckTests(const syntax::Unit& unit, UnitLoader& loader,
                                                const SourceMap& sources, Diagnostics& diagnostics);

// Checks a schema or a library alone.
void CheckLibrary(const syntax::Unit& unit, UnitLoader& loader, const SourceMap& sources,
                  Diagnostics& diagnostics);

}  // namespace lq
