#pragma once

#include "compiler/diag/diagnostic.h"
#include "compiler/syntax/side_table.h"
#include "compiler/syntax/unit.h"

namespace lq {

// Text to tree. Always yields a tree; what is wrong with the text is reported. Safe on any bytes: a
// scan before the parser refuses invalid UTF-8, nesting over 64, chains over 5,000 terms, files
// over 4 MiB and over a million tokens.
syntax::Unit Parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics);
// The same, with what the tree leaves out; it is whole when nothing was reported as an error.
syntax::Unit Parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics,
                   syntax::SideTable& side);

}  // namespace lq
