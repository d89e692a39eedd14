#include "runtime/batch/head_columns.h"

#include <iterator>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "runtime/record/decision_json.h"

namespace lq::batch {
namespace {

constexpr Status kStatuses[] = {Status::kSettled, Status::kUndecided, Status::kDoubtful,
                                Status::kRejected};

std::unique_ptr<OutColumn> MakeStatus() {
  auto names = OutColumn::Text("");
  for (const Status status : kStatuses)
    names->AppendText(StatusName(status));
  auto column = std::make_unique<OutColumn>("status", "c", OutColumn::Layout::kNumber, 1);
  column->SetDictionary(std::move(names));
  return column;
}

NameNumbers OutcomeNames(const plan::Plan& plan) {
  NameNumbers names;
  for (const plan::Outcome& outcome : plan.outcomes)
    names.Add(outcome.name);
  names.Add(plan.undecided);
  names.Add(plan.doubtful);
  return names;
}

}  // namespace

HeadColumns::HeadColumns(const plan::Plan& plan, OutColumn& root)
    : outcomes_(OutcomeNames(plan)),
      lead_(root.AddChild(OutColumn::Text("lead"))),
      status_(root.AddChild(MakeStatus())),
      outcome_(root.AddChild(OutColumn::Dictionary("outcome", outcomes_.names()))),
      proposed_(root.AddChild(OutColumn::Dictionary("proposed", outcomes_.names()))),
      confidence_(root.AddChild(OutColumn::Int16("confidence"))),
      ceiling_(root.AddChild(OutColumn::Int16("ceiling"))) {
  root.AddMetadata("lq.policy", plan.policy);
  root.AddMetadata("lq.version", std::to_string(plan.version));
  root.AddMetadata("lq.hash", plan.hash);
}

void HeadColumns::AppendLead(std::string_view lead, Status status) {
  if (lead.data() == nullptr)
    lead_.AppendNull();
  else
    lead_.AppendText(lead);
  status_.AppendNumber(static_cast<std::int64_t>(status));
}

void HeadColumns::Append(std::string_view lead, Status status, std::uint32_t outcome,
                         std::uint32_t proposed, std::int32_t confidence, std::int32_t ceiling) {
  AppendLead(lead, status);
  outcome_.AppendNumber(outcome);
  proposed_.AppendNumber(proposed);
  confidence_.AppendNumber(confidence);
  ceiling_.AppendNumber(ceiling);
}

void HeadColumns::AppendRejected(std::string_view lead) {
  AppendLead(lead, Status::kRejected);
  for (OutColumn* const column : {&outcome_, &proposed_, &confidence_, &ceiling_})
    column->AppendNull();
}

ErrorColumn::ErrorColumn(OutColumn& root)
    : errors_(root.AddChild(OutColumn::List("errors", OutColumn::Struct("item")))) {
  for (const char* const name : {"path", "code", "message"})
    errors_.items().AddChild(OutColumn::Text(name));
}

void ErrorColumn::Append(std::span<const FieldError> errors) {
  OutColumn& item = errors_.items();
  for (const FieldError& error : errors) {
    item.children()[0]->AppendText(error.path);
    item.children()[1]->AppendText(error.code);
    item.children()[2]->AppendText(error.message);
    item.EndStruct();
  }
  errors_.EndList();
}

void AppendRuleName(std::string_view name, std::uint32_t row, std::string& out) {
  if (row == 0)
    fmt::format_to(std::back_inserter(out), "rule {}", name);
  else
    fmt::format_to(std::back_inserter(out), "table {} row {}", name, row);
}

}  // namespace lq::batch
