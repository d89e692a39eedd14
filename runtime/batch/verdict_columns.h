#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/batch/code_sets.h"
#include "runtime/batch/head_columns.h"
#include "runtime/batch/name_numbers.h"
#include "runtime/batch/out_column.h"
#include "runtime/engine/engine.h"
#include "runtime/engine/verdict.h"

namespace lq::batch {

// Verdicts as columns, a row a lead: a decision's first columns, and the set of rules that fired.
// After warm-up a row allocates nothing, unless its lead was rejected.
class VerdictColumns {
 public:
  // The engine outlives it.
  explicit VerdictColumns(const Engine& engine);

  void Clear();
  // `verdict` is of the engine, and its `fired` still good. `lead`: data() is null without an id.
  void Append(std::string_view lead, const Verdict& verdict);
  void AppendRejected(const Lead& lead);
  // After the last row.
  void Finish();
  // More text or more items than 32 bits can count.
  bool overflows() const { return root_->overflows(); }

  const OutColumn& root() const { return *root_; }
  std::int64_t rows() const { return root_->length(); }
  // statuses(), chosen(), …
  const HeadColumns& head() const { return head_; }
  // The rules that fired for a row: numbers of rule_names(), which are Plan::rules.
  std::span<const std::uint32_t> fired(std::int64_t row) const;
  const std::vector<std::string>& rule_names() const { return rules_.names(); }

 private:
  std::uint32_t SetOf(const Verdict& verdict);
  std::uint32_t FindSet(const Verdict& verdict);

  const Engine& engine_;
  std::unique_ptr<OutColumn> root_;
  HeadColumns head_;
  NameNumbers rules_;
  CodeSets sets_;
  OutColumn& fired_;
  ErrorColumn errors_;
  // By status: the number of the outcome's name, where it is not what is proposed.
  std::uint32_t undecided_ = 0;
  std::uint32_t doubtful_ = 0;
  std::vector<std::uint32_t> set_;
  // The sets of patterns seen lately, by their hash; only where one word has a bit for every rule.
  struct Seen {
    std::uint64_t fired = 0;
    std::uint32_t set = 0;
    bool is_there = false;
  };
  static constexpr std::size_t kSeen = 256;
  const bool is_one_word_;
  std::vector<Seen> seen_;
};

}  // namespace lq::batch
