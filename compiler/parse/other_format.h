#pragma once

#include "compiler/parse/reporter.h"

namespace lq::parse {

// Whether the text begins as JSON, HTML or XML does, which is then reported: somebody named a file
// of leads, or saved an error page. Reading on would find a mistake in every word of it.
bool IsOtherFormat(std::string_view text, Reporter& reporter);

}  // namespace lq::parse
