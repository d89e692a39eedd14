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
      doubtful_(head_.outcomes().Find(engine.plan().doubtful)),
      is_one_word_(engine.plan().rules.size() < 64),
      seen_(kSeen) {}

void VerdictColumns::Clear() {
  root_->Clear();
  sets_.Clear();
  seen_.assign(kSeen, {});
}

void VerdictColumns::Append(std::string_view lead, const Verdict& verdict) {
  const std::uint32_t outcome = verdict.status == Status::kUndecided  ? undecided_
                                : verdict.status == Status::kDoubtful ? doubtful_
                                                                      : verdict.proposed;
  head_.Append(lead, verdict.status, outcome, verdict.proposed, verdict.confidence,
               verdict.ceiling);
  fired_.AppendNumber(SetOf(verdict));
  errors_.Append({});
  root_->EndStruct();
}

std::uint32_t VerdictColumns::SetOf(const Verdict& verdict) {
  if (!is_one_word_)
    return FindSet(verdict);
  const std::uint64_t fired = *verdict.fired;
  Seen& seen = seen_[(fired * 0x9E3779B97F4A7C15) >> 56];
  if (!seen.is_there || seen.fired != fired)
    seen = {fired, FindSet(verdict), true};
  return seen.set;
}

std::uint32_t VerdictColumns::FindSet(const Verdict& verdict) {
  set_.clear();
  engine_.RulesOf(verdict, set_);
  return sets_.Add(set_);
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
