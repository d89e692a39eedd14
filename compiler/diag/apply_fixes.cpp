#include "compiler/diag/apply_fixes.h"

#include <algorithm>
#include <vector>

namespace lq {

std::string ApplyFixes(std::string_view text, const Diagnostics& diagnostics, FileId file) {
  std::vector<const Fix*> fixes;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    for (const Fix& fix : diagnostic.fixes) {
      if (fix.certain && fix.span.file == file)
        fixes.push_back(&fix);
    }
  }
  std::stable_sort(fixes.begin(), fixes.end(),
                   [](const Fix* a, const Fix* b) { return a->span.begin < b->span.begin; });
  std::string out;
  std::size_t at = 0;
  for (const Fix* fix : fixes) {
    if (fix->span.begin < at)
      continue;
    out += text.substr(at, fix->span.begin - at);
    out += fix->replacement;
    at = fix->span.end;
  }
  return out += text.substr(at);
}

}  // namespace lq
