#pragma once

#include <optional>
#include <string_view>

#include "compiler/parse/reporter.h"

namespace lq::parse {

// When the line that holds byte `at` looks like the first row of a table copied from a spreadsheet
// (cells between tabs or commas): reports it with the rows as LQ writes them, and returns the byte
// behind the last such row.
std::optional<std::size_t> ReportPastedRows(std::string_view text, std::size_t at,
                                            Reporter& reporter);

}  // namespace lq::parse
