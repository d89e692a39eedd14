#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// A file that a test names, which lies beside it or below its folder. Nothing, and reported, when
// the name leads elsewhere or the file cannot be read. `what`: "a payload".
std::optional<FileId> OpenTestFile(Context& context, const std::string& name, Span place,
                                   std::string_view what);

}  // namespace lq::check
