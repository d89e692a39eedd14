#pragma once

#include <vector>

#include "runtime/batch/export_columns.h"
#include "runtime/batch/out_column.h"
#include "runtime/include/lq/arrow_c_data.h"
#include "runtime/plan/lead_schema.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// Leads as a record batch by the Arrow C data interface, in the types that a table of leads has:
// dictionaries for what has names, money as decimal128.
class RecordBatch {
 public:
  // The schema of lead_scoring. Ends the program when a lead is rejected.
  RecordBatch(const plan::LeadSchema& schema, const std::vector<GeneratedLead>& leads);
  ~RecordBatch();
  RecordBatch(const RecordBatch&) = delete;
  RecordBatch& operator=(const RecordBatch&) = delete;

  const ArrowSchema& types() const { return types_; }
  const ArrowArray& array() const { return array_; }

 private:
  batch::OutColumn root_{"", "+s", batch::OutColumn::Layout::kStruct};
  batch::ColumnExport export_;
  ArrowSchema types_{};
  ArrowArray array_{};
};

}  // namespace lq::bench
