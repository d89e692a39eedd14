#pragma once

#include <string>

#include "compiler/diag/diagnostic.h"

namespace lq {

struct RenderOptions {
  bool color = false;
};

// The layout of toolchain.md: headline, place, source lines with carets, notes, help, `more:` line.
std::string RenderText(const Diagnostics& diagnostics, const SourceMap& sources,
                       RenderOptions options);
// {"version":1,"diagnostics":[{"code":"LQ0412","severity":"error","message":…,"path":…,…}]}
std::string RenderJson(const Diagnostics& diagnostics, const SourceMap& sources);
// The items of that array alone, with commas between them.
std::string RenderJsonItems(const Diagnostics& diagnostics, const SourceMap& sources);

}  // namespace lq
