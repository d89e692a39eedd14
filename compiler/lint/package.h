#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/program.h"
#include "compiler/syntax/side_table.h"
#include "compiler/syntax/unit.h"

// What lint looks at.
namespace lq::lint {

struct File {
  const syntax::Unit* unit = nullptr;
  const syntax::SideTable* side = nullptr;
  // Of the package; else imported from elsewhere.
  bool own = true;
};

struct Policy {
  const syntax::Unit* unit = nullptr;
  const ir::Program* program = nullptr;
};

// The units of one package with what they import, all without mistakes.
struct Package {
  const SourceMap* sources = nullptr;
  std::vector<File> files;
  // Of the package's policies.
  std::vector<Policy> policies;
  // It has an lq.toml: nobody else uses what its schemas and libraries declare. Of a loose folder
  // that is not known.
  bool whole = false;
  // Days since 1970-01-01.
  std::int64_t today = 0;
};

}  // namespace lq::lint
