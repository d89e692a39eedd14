#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// One column that a lookup reads from its file.
struct LookupColumn {
  // In the file's first row.
  std::string name;
  Type type;
  // Where the policy or library names it.
  Span named;
};

// Reads the rows of `file` with these columns, the last of which gives the value. Every mistake is
// reported with its line and column in the file, up to a number.
std::vector<ir::LookupRow> ReadLookupFile(Context& context, FileId file,
                                          const std::vector<LookupColumn>& columns);

}  // namespace lq::check
