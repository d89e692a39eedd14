#include "runtime/intake/lead_builder.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "runtime/intake/fault_message.h"
#include "runtime/value/values.h"

namespace lq::intake {

void LeadBuilder::Begin(Lead& lead) {
  faults_.clear();
  others_.clear();
  lead.Clear();
  lead.fields.assign(schema_.fields.size(), PossibleAll(Cause::kMissing));
}

void LeadBuilder::SetId(std::string_view id, Lead& lead) {
  if (IsId(id))
    lead.id = lead.arena.Copy(id);
}

bool LeadBuilder::Finish(Lead& lead) {
  RequireFields(lead);
  if (faults_.empty() && others_.empty())
    return true;
  ListErrors(lead);
  return false;
}

void LeadBuilder::RequireFields(const Lead& lead) {
  const std::size_t found = faults_.size();
  for (std::uint32_t i = 0; i < schema_.fields.size(); ++i) {
    if (!schema_.fields[i].required || !lead.fields[i].missing())
      continue;
    const auto is_this = [&](const FieldFault& fault) { return fault.field == i; };
    const auto end = faults_.begin() + static_cast<std::ptrdiff_t>(found);
    if (std::none_of(faults_.begin(), end, is_this))
      faults_.push_back({i, {FaultKind::kRequired, {}, false}});
  }
}

void LeadBuilder::ListErrors(Lead& lead) {
  for (const auto& [field, fault] : faults_) {
    const plan::SchemaField& faulty = schema_.fields[field];
    lead.errors.push_back(
        {faulty.path, std::string(CodeOf(fault.kind)), FaultMessage(faulty, fault)});
  }
  std::move(others_.begin(), others_.end(), std::back_inserter(lead.errors));
  // A key such as "a.b" may have the path of a field: one error a path, the field's own first.
  const auto before = [](const FieldError& a, const FieldError& b) { return a.path < b.path; };
  const auto same = [](const FieldError& a, const FieldError& b) { return a.path == b.path; };
  std::stable_sort(lead.errors.begin(), lead.errors.end(), before);
  lead.errors.erase(std::unique(lead.errors.begin(), lead.errors.end(), same), lead.errors.end());
}

}  // namespace lq::intake
