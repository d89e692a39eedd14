#include "compiler/check/check_expectation.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/check/build_given.h"
#include "compiler/check/check_given.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/reason_arms.h"
#include "runtime/value/number.h"

namespace lq::check {
namespace {

using Kind = syntax::Expectation::Kind;

constexpr auto kStatuses =
    std::to_array<std::string_view>({"settled", "undecided", "doubtful", "rejected"});

class ExpectationChecker {
 public:
  ExpectationChecker(Context& context, const syntax::Expectation& expectation,
                     std::vector<ir::Expectation>& expectations)
      : context_(context), expectation_(expectation), expectations_(expectations) {}

  void Check() {
    switch (expectation_.kind) {
      case Kind::kOutcome:
        return Outcome();
      case Kind::kConfidence:
        return Confidence();
      case Kind::kReasonsExactly:
        return Codes(ir::Expectation::Kind::kReasonsExactly);
      case Kind::kCouldBecome:
        return Names(ir::Expectation::Kind::kCouldBecome, &ExpectationChecker::IsOutcome);
      case Kind::kAskFor:
        return Names(ir::Expectation::Kind::kAskFor, &ExpectationChecker::IsField);
      case Kind::kRejectedFor:
        return Names(ir::Expectation::Kind::kRejectedFor, &ExpectationChecker::IsField);
      case Kind::kStatus:
        return Names(ir::Expectation::Kind::kStatus, &ExpectationChecker::IsStatus);
      case Kind::kProposed:
        return Names(ir::Expectation::Kind::kProposed, &ExpectationChecker::IsOutcome);
      case Kind::kHeldByGuard:
        return Names(ir::Expectation::Kind::kHeldByGuard, &ExpectationChecker::IsGuard);
      case Kind::kScore:
        return Score();
      case Kind::kOutput:
        return Output();
      case Kind::kField:
        return Field();
    }
  }

  void Because() { Codes(ir::Expectation::Kind::kBecause); }

 private:
  void Report(Span span, std::string message, std::string_view help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kExpectation, span, std::move(message));
    report.help = help;
  }

  ir::Expectation Made(ir::Expectation::Kind kind) const {
    ir::Expectation made;
    made.kind = kind;
    made.negated = expectation_.negated;
    made.span = expectation_.span;
    for (const syntax::Name& name : expectation_.names)
      made.names.emplace_back(PlainName(name.text));
    return made;
  }

  // A name that was not read has been reported.
  void Names(ir::Expectation::Kind kind, bool (ExpectationChecker::*is)(const syntax::Name&)) {
    bool good = !expectation_.names.empty();
    for (const syntax::Name& name : expectation_.names)
      good = (name.text.empty() || !(this->*is)(name)) ? false : good;
    if (good)
      expectations_.push_back(Made(kind));
  }

  bool IsOutcome(const syntax::Name& name) { return ResolveOutcome(context_, name).has_value(); }

  bool IsField(const syntax::Name& name) { return ResolveField(context_, name).has_value(); }

  bool IsGuard(const syntax::Name& name) {
    return context_.guards.Resolve(context_.diagnostics, name) != nullptr;
  }

  bool IsStatus(const syntax::Name& name) {
    if (std::find(kStatuses.begin(), kStatuses.end(), name.text) != kStatuses.end())
      return true;
    Report(name.span, fmt::format("no decision has the status `{}`", name.text),
           "write `settled`, `undecided`, `doubtful` or `rejected`");
    return false;
  }

  // The outcomes that hold decisions back may be expected, too.
  bool IsAnyOutcome(const syntax::Name& name) {
    return IsHoldOutcome(context_, name.text) ||
           context_.outcomes.Resolve(context_.diagnostics, name) != nullptr;
  }

  void Outcome() {
    Names(ir::Expectation::Kind::kOutcome, &ExpectationChecker::IsAnyOutcome);
    if (!expectation_.codes.empty())
      Because();
  }

  void Codes(ir::Expectation::Kind kind) {
    // Once for all tests of a policy.
    if (!context_.reason_arms)
      context_.reason_arms = CollectReasonArms(*context_.program);
    const ReasonArms& arms = *context_.reason_arms;
    ir::Expectation made = Made(kind);
    made.negated = false;
    made.names.clear();
    bool good = true;
    for (const syntax::Name& code : expectation_.codes) {
      made.names.push_back(code.text);
      good = (arms.contains(code.text) || UnknownCode(code, arms)) && good;
    }
    if (good)
      expectations_.push_back(std::move(made));
  }

  // False, for the caller to return.
  bool UnknownCode(const syntax::Name& code, const ReasonArms& arms) {
    std::vector<std::string_view> codes;
    for (const auto& [known, arm] : arms)
      codes.push_back(known);
    std::sort(codes.begin(), codes.end());
    const std::string_view nearest = NearestName(code.text, codes);
    Report(code.span, fmt::format("nothing gives the reason code `{}`", code.text),
           nearest.empty() ? "name a code that a rule, evidence, a score or a guard gives"
                           : fmt::format("write `{}`", nearest));
    return false;
  }

  // The bounds as numbers of `type`; an open one keeps its limit.
  bool Bounds(const Type& type, std::string_view what, ir::Expectation& made) {
    std::vector<std::int64_t> ends;
    for (const syntax::Expr& bound : expectation_.bounds) {
      const std::optional<Value> value =
          CheckConstant(context_, bound, {&type, std::string(what), {}, {}, Counts::kNothing});
      if (!value)
        return false;
      ends.push_back(value->number());
    }
    if (ends.empty())
      return false;
    made.low = expectation_.op == syntax::CompareOp::kAtMost ? type.low : ends.front();
    made.high = expectation_.op == syntax::CompareOp::kAtLeast ? type.high : ends.back();
    if (made.low <= made.high)
      return true;
    Report(expectation_.span, fmt::format("{} can be in no such range", what),
           "write the lower end first");
    return false;
  }

  void Confidence() {
    Type type;
    type.kind = TypeKind::kPercent;
    type.places = 2;
    type.low = 0;
    type.high = 100 * PowerOfTen(2);
    ir::Expectation made = Made(ir::Expectation::Kind::kConfidence);
    if (Bounds(type, "a confidence", made))
      expectations_.push_back(std::move(made));
  }

  void Score() {
    const syntax::Name name = NameAt(0);
    const auto& scores = context_.program->scores;
    const auto found = std::find_if(scores.begin(), scores.end(), [&](const ir::Score& score) {
      return score.name == name.text;
    });
    if (found == scores.end()) {
      Report(name.span, fmt::format("the policy has no score `{}`", name.text),
             "name a score of the policy");
      return;
    }
    Type type;
    type.kind = TypeKind::kInteger;
    type.low = found->low;
    type.high = found->high;
    ir::Expectation made = Made(ir::Expectation::Kind::kScore);
    if (Bounds(type, fmt::format("`{}`", name.text), made))
      expectations_.push_back(std::move(made));
  }

  void Output() {
    const syntax::Name name = NameAt(0);
    const auto& outputs = context_.program->outputs;
    const auto found = std::find_if(outputs.begin(), outputs.end(), [&](const ir::Output& output) {
      return output.name == name.text;
    });
    if (found == outputs.end()) {
      Report(name.span, fmt::format("the policy has no output `{}`", name.text),
             "name what stands after `output` in the policy");
      return;
    }
    Type text;
    text.kind = TypeKind::kText;
    ExpectValue(ir::Expectation::Kind::kOutput,
                found->value == ir::kNone ? text : context_.program->exprs[found->value].type, 0);
  }

  void Field() {
    const std::optional<std::uint32_t> field = ResolveField(context_, NameAt(0));
    if (!field)
      return;
    ExpectValue(ir::Expectation::Kind::kField, context_.program->schema.fields[*field].type,
                *field);
  }

  void ExpectValue(ir::Expectation::Kind kind, const Type& type, std::uint32_t field) {
    // A value that is not there has been reported.
    if (!expectation_.given)
      return;
    const std::size_t errors = context_.diagnostics.error_count();
    CheckGivenValue(context_, *expectation_.given,
                    {&type, fmt::format("`{}`", NameAt(0).text), {}, {}, Counts::kNothing});
    if (context_.diagnostics.error_count() != errors)
      return;
    ir::Expectation made = Made(kind);
    made.type = type;
    made.field = field;
    made.value = BuildGivenValue(context_, *expectation_.given, type);
    expectations_.push_back(std::move(made));
  }

  syntax::Name NameAt(std::size_t index) const {
    return index < expectation_.names.size() ? expectation_.names[index] : syntax::Name();
  }

  Context& context_;
  const syntax::Expectation& expectation_;
  std::vector<ir::Expectation>& expectations_;
};

}  // namespace

void CheckExpectation(Context& context, const syntax::Expectation& expectation,
                      std::vector<ir::Expectation>& expectations) {
  ExpectationChecker(context, expectation, expectations).Check();
}

void CheckBecause(Context& context, const syntax::Expectation& codes,
                  std::vector<ir::Expectation>& expectations) {
  ExpectationChecker(context, codes, expectations).Because();
}

}  // namespace lq::check
