#include "runtime/batch/bound_reader.h"

#include <fmt/ranges.h>

namespace lq::batch {

bool BoundReader::Bind(const ArrowSchema& columns, std::string& problem) {
  reader_.reset();
  binding_.emplace(schema_, columns);
  unmapped_ = binding_->unmapped();
  problem = fmt::format("{}", fmt::join(binding_->problems(), "\n"));
  if (!problem.empty())
    return false;
  reader_.emplace(schema_, *binding_);
  return true;
}

bool BoundReader::Open(const ArrowArray& batch, std::int64_t as_of, std::string& problem) {
  problem.clear();
  if (reader_)
    return reader_->Open(batch, as_of, problem);
  problem = "no columns are bound; bind the schema of the batches first";
  return false;
}

}  // namespace lq::batch
