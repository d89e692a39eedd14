#include "runtime/batch/decision_columns.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "runtime/batch/output_column.h"
#include "runtime/record/decision_json.h"
#include "runtime/record/output_json.h"

namespace lq::batch {
namespace {

constexpr std::string_view kNeeds = "needs";

const Type kText{.kind = TypeKind::kText};

bool IsRule(const Reason& reason) {
  return reason.from == ReasonFrom::kRule || reason.from == ReasonFrom::kTableRow;
}

// Among the rules that chose the outcome, the one that its confidence begins with: the strongest.
const Reason* DecidingRule(const Decision& decision) {
  const Reason* strongest = nullptr;
  for (const Reason& reason : decision.reasons) {
    if (IsRule(reason) && (strongest == nullptr || reason.points > strongest->points))
      strongest = &reason;
  }
  return strongest;
}

}  // namespace

DecisionColumns::DecisionColumns(const plan::Plan& plan, ReasonForm reasons)
    : plan_(plan), reason_form_(reasons), root_(OutColumn::Struct("")), head_(plan, *root_) {
  CollectNames();
  AddDecisionColumns();
  AddReasonColumn();
  AddListColumns();
  AddScores();
  AddOutputs();
  errors_.emplace(*root_);
}

void DecisionColumns::CollectNames() {
  for (const plan::Rule& rule : plan_.rules) {
    text_.clear();
    AppendRuleName(rule.name, rule.row, text_);
    rules_.Add(text_);
    codes_.Add(rule.reason);
  }
  codes_.Add(plan_.otherwise_reason);
  for (const plan::Evidence& item : plan_.evidence) {
    codes_.Add(item.reason);
    codes_.Add(item.otherwise_reason);
  }
  holders_.Add(kNeeds);
  for (const plan::Guard& guard : plan_.guards) {
    codes_.Add(guard.reason);
    holders_.Add(fmt::format("guard {}", guard.name));
  }
  for (const plan::SchemaField& field : plan_.schema.fields)
    fields_.Add(field.path);
}

void DecisionColumns::AddDecisionColumns() {
  tension_ = &root_->AddChild(OutColumn::Int32("tension"));
  rule_ = &root_->AddChild(OutColumn::Dictionary("rule", rules_.names()));
  text_column_ = &root_->AddChild(OutColumn::Text("text"));
}

void DecisionColumns::AddReasonColumn() {
  if (reason_form_ == ReasonForm::kSets) {
    auto sets = OutColumn::List("", OutColumn::Text("item"));
    reasons_ = &root_->AddChild(OutColumn::Dictionary("reasons", std::move(sets)));
  } else {
    auto item = OutColumn::Dictionary("item", codes_.names());
    reasons_ = &root_->AddChild(OutColumn::List("reasons", std::move(item)));
  }
}

void DecisionColumns::AddListColumns() {
  const auto add = [&](std::string name, const NameNumbers& names) {
    auto item = OutColumn::Dictionary("item", names.names());
    return &root_->AddChild(OutColumn::List(std::move(name), std::move(item)));
  };
  could_become_ = add("could_become", head_.outcomes());
  held_by_ = add("held_by", holders_);
  ask_ = add("ask", fields_);
}

// By name, as decisions have them.
void DecisionColumns::AddScores() {
  if (plan_.scores.empty())
    return;
  std::vector<std::string> names;
  for (const plan::Score& score : plan_.scores)
    names.push_back(score.name);
  std::sort(names.begin(), names.end());
  scores_ = &root_->AddChild(OutColumn::Struct("scores"));
  for (const std::string& name : names) {
    Score& score = score_columns_.emplace_back();
    score.whole = &scores_->AddChild(OutColumn::Struct(name));
    score.low = &score.whole->AddChild(OutColumn::Int64("low"));
    score.high = &score.whole->AddChild(OutColumn::Int64("high"));
  }
}

void DecisionColumns::AddOutputs() {
  if (plan_.outputs.empty())
    return;
  outputs_ = &root_->AddChild(OutColumn::Struct("outputs"));
  for (const plan::Output& output : plan_.outputs) {
    Output& column = output_columns_.emplace_back();
    column.type =
        output.value == plan::kNone ? &kText : &plan_.expressions.nodes[output.value].type;
    column.value = &outputs_->AddChild(MakeValueColumn(output.name, *column.type));
    column.json = &outputs_->AddChild(OutColumn::Text(output.name + ":json"));
  }
}

void DecisionColumns::Clear() {
  root_->Clear();
  reason_sets_.Clear();
  row_sets_.clear();
}

void DecisionColumns::Append(const Decision& decision) {
  if (decision.status == Status::kRejected)
    AppendRejected(decision.lead);
  else
    AppendDecided(decision);
  AppendReasons(decision);
  AppendLists(decision);
  errors_->Append(decision.errors);
  root_->EndStruct();
}

void DecisionColumns::AppendRejected(std::string_view lead) {
  head_.AppendRejected(lead);
  for (OutColumn* const column : {tension_, rule_, text_column_, scores_, outputs_}) {
    if (column != nullptr)
      column->AppendNull();
  }
}

void DecisionColumns::AppendDecided(const Decision& decision) {
  const NameNumbers& outcomes = head_.outcomes();
  head_.Append(decision.lead, decision.status, outcomes.Find(decision.outcome),
               outcomes.Find(decision.proposed), decision.confidence, decision.ceiling);
  tension_->AppendNumber(decision.tension);
  AppendRule(decision);
  if (decision.text.data() == nullptr)
    text_column_->AppendNull();
  else
    text_column_->AppendText(decision.text);
  AppendScores(decision);
  AppendOutputs(decision);
}

void DecisionColumns::AppendRule(const Decision& decision) {
  const Reason* const rule = DecidingRule(decision);
  if (rule == nullptr)
    return rule_->AppendNull();
  text_.clear();
  AppendRuleName(rule->name, rule->row, text_);
  AppendName(rules_, text_, *rule_);
}

// Each code once.
void DecisionColumns::AppendReasons(const Decision& decision) {
  set_.clear();
  for (const Reason& reason : decision.reasons) {
    const std::uint32_t code = codes_.Find(reason.code);
    if (std::find(set_.begin(), set_.end(), code) == set_.end())
      set_.push_back(code);
  }
  const std::uint32_t set = reason_sets_.Add(set_);
  row_sets_.push_back(set);
  if (reason_form_ == ReasonForm::kSets)
    return reasons_->AppendNumber(set);
  for (const std::uint32_t code : set_)
    reasons_->items().AppendNumber(code);
  reasons_->EndList();
}

void DecisionColumns::AppendLists(const Decision& decision) {
  for (const CouldBecome& entry : decision.could_become)
    AppendName(head_.outcomes(), entry.outcome, could_become_->items());
  could_become_->EndList();
  for (const HeldBy& entry : decision.held_by) {
    text_ = entry.guard.data() == nullptr ? kNeeds : "guard ";
    text_ += entry.guard;
    AppendName(holders_, text_, held_by_->items());
  }
  held_by_->EndList();
  for (const AskEntry& entry : decision.ask)
    AppendName(fields_, entry.field, ask_->items());
  ask_->EndList();
}

void DecisionColumns::AppendScores(const Decision& decision) {
  if (scores_ == nullptr)
    return;
  for (std::size_t i = 0; i < score_columns_.size(); ++i) {
    score_columns_[i].low->AppendNumber(decision.scores[i].low);
    score_columns_[i].high->AppendNumber(decision.scores[i].high);
    score_columns_[i].whole->EndStruct();
  }
  scores_->EndStruct();
}

void DecisionColumns::AppendOutputs(const Decision& decision) {
  if (outputs_ == nullptr)
    return;
  for (std::size_t i = 0; i < output_columns_.size(); ++i) {
    const Output& column = output_columns_[i];
    const OutputResult& output = decision.outputs[i];
    const bool is_single = !output.is_null && output.value.single();
    text_.clear();
    if (is_single)
      AppendValue(*column.type, output.value.values[0], *column.value);
    else
      column.value->AppendNull();
    if (!is_single && !output.is_null)
      AppendPossibleJson(*column.type, output.value, text_);
    if (text_.empty() || text_ == "null")
      column.json->AppendNull();
    else
      column.json->AppendText(text_);
  }
  outputs_->EndStruct();
}

void DecisionColumns::AppendName(const NameNumbers& names, std::string_view name,
                                 OutColumn& column) {
  column.AppendNumber(names.Find(name));
}

void DecisionColumns::Finish() {
  if (reason_form_ == ReasonForm::kSets)
    WriteSets(reason_sets_, codes_.names(), *reasons_->dictionary());
}

}  // namespace lq::batch
