#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/batch/batch_reader.h"
#include "runtime/batch/column_binding.h"

namespace lq::batch {

// A reader that is there once columns are bound.
class BoundReader {
 public:
  // The schema outlives it.
  explicit BoundReader(const plan::LeadSchema& schema) : schema_(schema) {}

  // False: `problem` says why columns and schema do not fit, a line each.
  bool Bind(const ArrowSchema& columns, std::string& problem);
  // Begins a batch. False, and `problem` says why, when it is broken or nothing is bound.
  bool Open(const ArrowArray& batch, std::int64_t as_of, std::string& problem);

  BatchReader& reader() { return *reader_; }
  // Columns that are no field; none before something is bound.
  const std::vector<std::string>& unmapped() const { return unmapped_; }

 private:
  const plan::LeadSchema& schema_;
  std::optional<ColumnBinding> binding_;
  std::optional<BatchReader> reader_;
  std::vector<std::string> unmapped_;
};

}  // namespace lq::batch
