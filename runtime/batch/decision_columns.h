#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/batch/code_sets.h"
#include "runtime/batch/head_columns.h"
#include "runtime/batch/name_numbers.h"
#include "runtime/batch/out_column.h"
#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"

namespace lq::batch {

// How the reasons of a decision are written.
enum class ReasonForm : std::uint8_t {
  // A number a row; the list of codes that it stands for is written once.
  kSets,
  // A list of codes a row.
  kLists,
};

// Decisions as columns, a row a decision. Names are numbers here, so that a row takes little; those
// of decisions are the policy's. After warm-up a row allocates nothing, unless its lead was
// rejected.
class DecisionColumns {
 public:
  // The plan outlives it.
  DecisionColumns(const plan::Plan& plan, ReasonForm reasons);

  void Clear();
  // `decision` was made by an engine over the plan.
  void Append(const Decision& decision);
  // After the last row.
  void Finish();
  // More text or more items than 32 bits can count.
  bool overflows() const { return root_->overflows(); }

  std::int64_t rows() const { return root_->length(); }
  // Statuses, outcomes and confidences. Of a rejected lead nothing of use but the status.
  const HeadColumns& head() const { return head_; }
  // The reasons of a row, decoded: numbers of reason_codes().
  std::span<const std::uint32_t> reasons(std::int64_t row) const {
    return reason_sets_.codes(row_sets_[static_cast<std::size_t>(row)]);
  }
  const std::vector<std::string>& reason_codes() const { return codes_.names(); }

  const OutColumn& root() const { return *root_; }

 private:
  // An output: its value where exactly one is possible, else the JSON of what is.
  struct Output {
    const Type* type = nullptr;
    OutColumn* value = nullptr;
    OutColumn* json = nullptr;
  };
  struct Score {
    OutColumn* whole = nullptr;
    OutColumn* low = nullptr;
    OutColumn* high = nullptr;
  };

  void CollectNames();
  void AddDecisionColumns();
  void AddReasonColumn();
  void AddListColumns();
  void AddScores();
  void AddOutputs();
  void AppendRejected(std::string_view lead);
  void AppendDecided(const Decision& decision);
  void AppendRule(const Decision& decision);
  void AppendReasons(const Decision& decision);
  void AppendLists(const Decision& decision);
  void AppendScores(const Decision& decision);
  void AppendOutputs(const Decision& decision);
  void AppendName(const NameNumbers& names, std::string_view name, OutColumn& column);

  const plan::Plan& plan_;
  const ReasonForm reason_form_;
  std::unique_ptr<OutColumn> root_;
  HeadColumns head_;
  NameNumbers rules_;
  NameNumbers codes_;
  NameNumbers fields_;
  NameNumbers holders_;
  CodeSets reason_sets_;
  std::vector<std::uint32_t> row_sets_;
  // Of one decision.
  std::vector<std::uint32_t> set_;
  std::string text_;

  OutColumn* tension_ = nullptr;
  OutColumn* rule_ = nullptr;
  OutColumn* text_column_ = nullptr;
  OutColumn* reasons_ = nullptr;
  OutColumn* could_become_ = nullptr;
  OutColumn* held_by_ = nullptr;
  OutColumn* ask_ = nullptr;
  OutColumn* scores_ = nullptr;
  OutColumn* outputs_ = nullptr;
  std::optional<ErrorColumn> errors_;
  std::vector<Score> score_columns_;
  std::vector<Output> output_columns_;
};

}  // namespace lq::batch
