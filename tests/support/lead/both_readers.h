#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/intake/lead_reader.h"
#include "runtime/intake/plain_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/row_layout.h"
#include "runtime/value/lead.h"

namespace lq::test {

// PlainReader beside LeadReader: what the first takes, the second must accept, with the same row
// and id.
class BothReaders {
 public:
  // The schema outlives it.
  explicit BothReaders(const plan::LeadSchema& schema);

  // Whether `json` is plain; what differs, when something does, goes to `problem`.
  bool Read(std::string_view json, std::string& problem);

 private:
  std::string Compare(std::string_view json);
  std::string CompareRows() const;
  bool SameValue(std::size_t field) const;

  const plan::LeadSchema& schema_;
  plan::RowLayout layout_;
  intake::PlainReader plain_;
  LeadReader reader_;
  Lead lead_;
  std::vector<std::uint64_t> row_;
  std::vector<std::uint64_t> expected_;
};

}  // namespace lq::test
