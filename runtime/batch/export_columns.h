#pragma once

#include <atomic>
#include <functional>
#include <vector>

#include "runtime/batch/out_column.h"
#include "runtime/include/lq/arrow_c_data.h"

namespace lq::batch {

// A column's type by the C data interface, in memory of its own.
void ExportSchema(const OutColumn& column, ArrowSchema& schema);

// Hands a column's rows to a consumer by the C data interface, without a copy. The consumer may
// keep some of the arrays longer than others, and release them on any thread.
class ColumnExport {
 public:
  // `column` and this stay as they are until `released`, which is called once, when the consumer
  // has released the last array.
  void Export(const OutColumn& column, ArrowArray& array, std::function<void()> released);

 private:
  static void Release(ArrowArray* array);
  void Count(const OutColumn& column);
  void Fill(const OutColumn& column, ArrowArray& array);

  // Arrays that are not released yet.
  std::atomic<int> open_{0};
  std::function<void()> released_;
  // What the arrays point to; reserved before, so that addresses stay.
  std::vector<ArrowArray> arrays_;
  std::vector<ArrowArray*> children_;
  std::vector<const void*> buffers_;
  std::size_t array_count_ = 0;
};

}  // namespace lq::batch
