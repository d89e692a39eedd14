#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/confidence_table.h"
#include "runtime/engine/rule_index.h"
#include "runtime/engine/verdict.h"

namespace lq::engine {

// The short way from a row to its verdict for plans of many rules: an index of rules, and tables.
// Shared by threads.
class IndexVerdict {
 public:
  // `table` outlives it.
  IndexVerdict(const plan::Plan& plan, const EngineTables& tables, const VerdictBits& bits,
               const plan::RowLayout& layout, const ConfidenceTable& table);

  bool usable() const { return usable_; }
  const RuleIndex& index() const { return index_; }
  // From what the index found. Sets the bits of rules in `fired`, which has none. False when there
  // is more to it than tables know.
  bool Conclude(const std::uint32_t* found, std::size_t count, Verdict& verdict,
                std::uint64_t* fired) const;

 private:
  // By bit of a rule; the last is `otherwise`.
  struct Winner {
    std::uint32_t outcome = 0;
    // Of the table's confidences.
    std::uint32_t first = 0;
  };

  bool usable_ = false;
  std::uint32_t rules_ = 0;
  RuleIndex index_;
  const ConfidenceTable& table_;
  std::vector<Winner> winners_;
  // By rule's bit: others override it, or it stands in a table where the first hit counts.
  std::vector<bool> entangled_;
  // By outcome.
  std::vector<std::int32_t> needs_;
  std::vector<std::uint64_t> guards_;
};

}  // namespace lq::engine
