#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/batch/array_view.h"
#include "runtime/batch/column_binding.h"
#include "runtime/batch/column_reader.h"
#include "runtime/include/lq/arrow_c_data.h"
#include "runtime/intake/json_scanner.h"
#include "runtime/intake/lead_assembly.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/lead.h"

namespace lq::batch {

// Reads record batches as leads, each the same that LeadReader makes of the row as a canonical
// lead. One a thread; schema and binding outlive it. After warm-up it allocates nothing for an
// accepted lead.
class BatchReader {
 public:
  // `binding` has no problems.
  BatchReader(const plan::LeadSchema& schema, const ColumnBinding& binding);

  // Begins a batch of the bound schema, which lives until the next one. `as_of`: UTC milliseconds,
  // for staleness. False: it is broken, and `problem` says how.
  bool Open(const ArrowArray& batch, std::int64_t as_of, std::string& problem);
  // Goes on to the next rows, at most kBlockRows; `rows` is how many there are, 0 at the end. False
  // as above.
  bool NextBlock(std::int64_t& rows, std::string& problem);

  // The fields of the block's rows, one a bound column, in the binding's order.
  const std::deque<ColumnReader>& columns() const { return columns_; }

  // A row of the block as a lead, which lives until the next block. Clears `lead` first. Returns
  // whether the lead was accepted; if not, lead.errors says why.
  bool Read(std::int64_t row, Lead& lead);
  // Only its id, which lives until the next row: data() is null when it bears none. False when the
  // column's text is not UTF-8.
  bool ReadId(std::int64_t row, std::string_view& id);
  // Whether the row of the record batch itself is null.
  bool IsNull(std::int64_t row) const {
    return validity_ != nullptr && !BitAt(validity_, batch_->offset + first_ + row);
  }

 private:
  bool ReadRow(std::int64_t row, Lead& lead);
  bool ReadDoubtful(std::size_t column, std::int64_t row, Lead& lead);
  bool ReadLeadId(const ColumnReader& column, std::int64_t row, Lead& lead);
  bool CheckJsonCell(const ColumnReader& column, std::string_view json, Lead& lead);

  const plan::LeadSchema& schema_;
  const ColumnBinding& binding_;
  intake::LeadAssembly assembly_;
  intake::JsonScanner scanner_;
  std::deque<ColumnReader> columns_;
  // Null without ids.
  const ColumnReader* id_column_ = nullptr;
  // Of the row last read, one a column: its value, and the JSON that intake reads instead.
  std::vector<Value> values_;
  std::vector<std::string> jsons_;
  std::string id_;
  const ArrowArray* batch_ = nullptr;
  // Of the batch's own rows; null when all are there.
  const void* validity_ = nullptr;
  std::int64_t as_of_ = 0;
  // Of the block: its first row, and where the next one begins.
  std::int64_t first_ = 0;
  std::int64_t next_ = 0;
};

}  // namespace lq::batch
