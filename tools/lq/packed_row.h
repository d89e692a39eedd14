#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/csv/csv_reader.h"

namespace lq::tool {

// A row of CSV as a run of bytes that can be handed to another thread.
void PackRow(const CsvRow& row, std::string& bytes);

// The inverse of PackRow. The cells point into `bytes`; `cells` holds their list.
CsvRow UnpackRow(std::string_view bytes, std::vector<std::string_view>& cells);

}  // namespace lq::tool
