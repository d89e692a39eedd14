#include "runtime/intake/verdict_reader.h"

#include "runtime/plan/row_layout.h"

namespace lq {

VerdictReader::VerdictReader(const plan::LeadSchema& schema)
    : plain_(schema), reader_(schema), row_(plan::RowLayout(schema).words()) {}

const std::uint64_t* VerdictReader::Read(std::string_view json, std::int64_t as_of, Lead& lead) {
  if (!plain_.Read(json, row_.data())) {
    reader_.Read(json, as_of, lead);
    return nullptr;
  }
  lead.Clear();
  lead.id = plain_.id();
  return row_.data();
}

}  // namespace lq
