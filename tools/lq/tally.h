#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/record/decision.h"

namespace lq::tool {

// How many leads came out how. One a thread; they are added up at the end.
class Tally {
 public:
  explicit Tally(const ir::Program& program);

  void Count(const Decision& decision);
  // `other` counts by the same program.
  void Add(const Tally& other);

  std::uint64_t leads() const { return leads_; }
  std::uint64_t rejected() const { return rejected_; }
  // One row an outcome that some lead got, in the policy's order, with its share; then the rejected
  // leads.
  std::string Table() const;
  // "30 leads: 20 settled, 6 undecided, 3 doubtful, 1 rejected"
  std::string Line() const;

 private:
  struct Row {
    std::string outcome;
    std::uint64_t leads = 0;
  };
  std::vector<Row> rows_;
  std::uint64_t leads_ = 0;
  std::uint64_t settled_ = 0;
  std::uint64_t undecided_ = 0;
  std::uint64_t doubtful_ = 0;
  std::uint64_t rejected_ = 0;
};

// 1234567 as "1,234,567".
std::string Grouped(std::uint64_t number);

}  // namespace lq::tool
