#pragma once

#include <string_view>

#include "runtime/csv/csv_reader.h"

namespace lq {

// Finds out the separator and the quote that `options` leave open, from the first bytes of a file
// (its header and some rows). `complete`: the sample is the whole file. The separator is the one
// that splits most rows of the sample as wide as the first; of several the one that splits wider;
// `,` when none splits the first row at all.
void DetectCsvDialect(std::string_view sample, bool complete, CsvOptions& options);

}  // namespace lq
