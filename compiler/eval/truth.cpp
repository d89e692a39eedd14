#include "compiler/eval/truth.h"

#include <algorithm>

#include "compiler/eval/comparison.h"
#include "compiler/eval/possible_values.h"

namespace lq::eval {
namespace {

Truth Certain(bool holds) { return {holds, !holds}; }

Truth Not(Truth truth) { return {truth.ruled_out, truth.holds}; }

bool ToggleIsOn(const Situation& situation, std::uint32_t toggle) {
  const std::span<const bool> toggles = situation.inputs.toggles;
  return toggles.empty() ? situation.program.toggles[toggle].on : toggles[toggle];
}

bool IsProposed(const Situation& situation, const ir::Cond& cond) {
  const std::uint32_t proposed = situation.proposal->outcome;
  return std::find(cond.outcomes.begin(), cond.outcomes.end(), proposed) != cond.outcomes.end();
}

Truth TruthOf(Situation& situation, const ir::Cond& cond) {
  switch (cond.op) {
    case ir::CondOp::kAlways:
      return Certain(true);
    case ir::CondOp::kNever:
      return Certain(false);
    case ir::CondOp::kToggle:
      return Certain(ToggleIsOn(situation, cond.index));
    case ir::CondOp::kKnown:
      return Certain(!PossibleOf(situation, cond.left).missing());
    case ir::CondOp::kOutcome:
      return Certain(IsProposed(situation, cond));
    case ir::CondOp::kTest:
      return Compare(situation, cond);
    // A form has these as parts or has expanded them.
    case ir::CondOp::kAnd:
    case ir::CondOp::kOr:
    case ir::CondOp::kNot:
    case ir::CondOp::kDefine:
      break;
  }
  return {};
}

// a and b: T = Ta and Tb, F = Fa or Fb; a or b: T = Ta or Tb, F = Fa and Fb.
Truth ListTruth(Situation& situation, const Form& form) {
  const bool and_list = form.kind == Form::Kind::kAll;
  Truth truth = Certain(and_list);
  for (const Form& part : form.parts) {
    const Truth one = TruthOf(situation, part);
    truth = and_list ? Truth{truth.holds && one.holds, truth.ruled_out || one.ruled_out}
                     : Truth{truth.holds || one.holds, truth.ruled_out && one.ruled_out};
  }
  return truth;
}

}  // namespace

Truth TruthOf(Situation& situation, const Form& form) {
  switch (form.kind) {
    case Form::Kind::kAll:
    case Form::Kind::kAny:
      return ListTruth(situation, form);
    case Form::Kind::kFieldTest:
      return CompareJoined(situation, form.literals, form.every);
    case Form::Kind::kLiteral: {
      const Truth truth = TruthOf(situation, *form.literals[0].cond);
      return form.literals[0].negated ? Not(truth) : truth;
    }
  }
  return {};
}

Truth TruthOf(Situation& situation, ir::CondId cond) {
  return TruthOf(situation, FormOf(situation.program, cond));
}

}  // namespace lq::eval
