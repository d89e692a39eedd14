#pragma once

#include "compiler/base/source.h"

namespace lq::lint {

// What to take out so that `part`, a comment or a statement, is gone: of lines that hold nothing
// else, the lines, and a blank one when there are blank ones on both sides; else the blanks before
// it too.
Span Removable(const SourceMap& sources, Span part);

}  // namespace lq::lint
