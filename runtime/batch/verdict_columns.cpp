#include "runtime/batch/verdict_columns.h"

namespace lq::batch {
namespace {

NameNumbers RuleNames(const plan::Plan& plan) {
  NameNumbers names;
  std::string name;
  for (const plan::Rule& rule : plan.rules) {
    name.clear();
    AppendRuleName(rule.name, rule.row, name);
    names.Add(name);
  }
  return names;
}

std::unique_ptr<OutColumn> MakeSets() {
  return OutColumn::Dictionary("rules", OutColumn::List("", OutColumn::Text("item")));
}

}  // namespace

VerdictColumns::VerdictColumns(const Engine& engine)
    : engine_(engine),
      root_(OutColumn::Struct("")),
      head_(engine.plan(), *root_),
      rules_(RuleNames(engine.plan())),
      fired_(root_->AddChild(MakeSets())),
      errors_(*root_),
      undecided_(head_.outcomes().Find(engine.plan().undecided)),
      doubtful_(head_.outcomes().Find(engine.plan().doubtful)) {}

void VerdictColumns::Clear() {
  root_->Clear();
  sets_.Clear();
}

void VerdictColumns::Append(std::string_view lead, const Verdict& verdict) {
  const std::uint32_t outcome = verdict.status == Status::kUndecided  ? undecided_
                                : verdict.status == Status::kDoubtful ? doubtful_
                                                                      : verdict.proposed;
  head_.Append(lead, verdict.status, outcome, verdict.proposed, verdict.confidence,
               verdict.ceiling);
  set_.clear();
  engine_.RulesOf(verdict, set_);
  fired_.AppendNumber(sets_.Add(set_));
  errors_.Append({});
  root_->EndStruct();
}

void VerdictColumns::AppendRejected(const Lead& lead) {
  head_.AppendRejected(lead.id);
  fired_.AppendNumber(sets_.Add({}));
  errors_.Append(lead.errors);
  root_->EndStruct();
}

std::span<const std::uint32_t> VerdictColumns::fired(std::int64_t row) const {
  const std::int32_t set = fired_.values<std::int32_t>()[static_cast<std::size_t>(row)];
  return sets_.codes(static_cast<std::uint32_t>(set));
}

void VerdictColumns::Finish() { WriteSets(sets_, rules_.names(), *fired_.dictionary()); }

}  // namespace lq::batch
