#include "tools/testkit/suggest/changed_givens.h"

#include <algorithm>
#include <set>

#include "compiler/counterfactual/candidate_values.h"
#include "compiler/counterfactual/readers.h"
#include "runtime/value/date.h"
#include "tools/testkit/simpler_values.h"

namespace lq::testkit {
namespace {

Value SimplestOf(const Type& type, Arena& arena) {
  if (type.kind == TypeKind::kList) {
    return Value::List({});
  }
  // Of texts any simpler one will do.
  const Value any = IsTextual(type.kind) ? Value::Text("some text or other that is long enough")
                                         : Value::Number(type.high);
  const std::vector<Value> simpler = SimplerValues(type, any, {}, arena);
  return simpler.empty() ? any : simpler.front();
}

class ChangeLister {
 public:
  ChangeLister(const ir::Program& program, const ir::Given& given, const Lead& lead,
               const std::vector<const ir::Cond*>& among, Arena& arena)
      : program_(program),
        given_(given),
        lead_(lead),
        among_(among),
        arena_(arena),
        toggles_(std::make_unique<bool[]>(given.toggles.size())),
        inputs_{given.as_of, {toggles_.get(), given.toggles.size()}, {}} {
    std::copy(given.toggles.begin(), given.toggles.end(), toggles_.get());
  }

  std::vector<GivenChange> Run() {
    for (std::uint32_t field = 0; field < program_.schema.fields.size(); ++field) {
      AddValues(field);
    }
    for (std::uint32_t toggle = 0; toggle < program_.toggles.size(); ++toggle) {
      changes_.push_back({GivenChange::Of::kToggle, toggle, {}, 0});
    }
    AddDays();
    return std::move(changes_);
  }

 private:
  void Add(std::uint32_t field, ir::GivenValue value) {
    changes_.push_back({GivenChange::Of::kField, field, std::move(value), 0});
  }

  void AddValues(std::uint32_t field) {
    const std::size_t before = changes_.size();
    for (const CandidateValue& candidate :
         CandidateValues(program_, lead_, inputs_, field, among_, arena_)) {
      if (candidate.value.single()) {
        ir::GivenValue value;
        value.kind = ir::GivenValue::Kind::kValues;
        value.values.push_back(candidate.value.values[0]);
        Add(field, std::move(value));
      }
    }
    if (lead_.fields[field].missing() && changes_.size() == before && IsRead(field)) {
      ir::GivenValue value;
      value.kind = ir::GivenValue::Kind::kValues;
      value.values.push_back(SimplestOf(program_.schema.fields[field].type, arena_));
      Add(field, std::move(value));
    }
    if (!program_.schema.fields[field].required && !lead_.fields[field].missing()) {
      Add(field, {});
    }
  }

  bool IsRead(std::uint32_t field) const {
    return !counterfactual::ComparisonsOf(program_, among_, field).empty();
  }

  void AddDays() {
    std::set<std::int64_t> days;
    for (const ir::Parameter& parameter : program_.parameters) {
      for (std::size_t i = 1; i < parameter.periods.size(); ++i) {
        days.insert({parameter.periods[i].from - 1, parameter.periods[i].from});
      }
    }
    for (const std::int64_t day : days) {
      if (kFirstDay <= day && day * kMillisecondsPerDay != given_.as_of) {
        changes_.push_back({GivenChange::Of::kDay, 0, {}, day * kMillisecondsPerDay});
      }
    }
  }

  const ir::Program& program_;
  const ir::Given& given_;
  const Lead& lead_;
  const std::vector<const ir::Cond*>& among_;
  Arena& arena_;
  std::unique_ptr<bool[]> toggles_;
  OracleInputs inputs_;
  std::vector<GivenChange> changes_;
};

}  // namespace

ir::Given BareGiven(const ir::Program& program, Arena& arena) {
  ir::Given given;
  for (const ir::Toggle& toggle : program.toggles) {
    given.toggles.push_back(toggle.on);
    given.toggles_said.push_back(false);
  }
  for (std::uint32_t field = 0; field < program.schema.fields.size(); ++field) {
    if (program.schema.fields[field].required) {
      ir::GivenValue value;
      value.kind = ir::GivenValue::Kind::kValues;
      value.values.push_back(SimplestOf(program.schema.fields[field].type, arena));
      given.fields.push_back({field, std::move(value)});
    }
  }
  return given;
}

ir::Given Changed(ir::Given given, const GivenChange& change) {
  switch (change.of) {
    case GivenChange::Of::kToggle:
      given.toggles[change.index] = !given.toggles[change.index];
      given.toggles_said[change.index] = true;
      return given;
    case GivenChange::Of::kDay:
      given.as_of = change.as_of;
      return given;
    case GivenChange::Of::kField:
      break;
  }
  const auto found =
      std::find_if(given.fields.begin(), given.fields.end(),
                   [&](const ir::GivenField& one) { return one.field == change.index; });
  if (found == given.fields.end()) {
    given.fields.push_back({change.index, change.value});
  } else {
    found->value = change.value;
  }
  return given;
}

std::vector<GivenChange> ChangesOf(const ir::Program& program, const ir::Given& given,
                                   const Lead& lead, const std::vector<const ir::Cond*>& among,
                                   Arena& arena) {
  return ChangeLister(program, given, lead, among, arena).Run();
}

}  // namespace lq::testkit
