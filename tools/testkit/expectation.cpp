#include "tools/testkit/expectation.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "compiler/explain/known_text.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"
#include "tools/testkit/bounds_text.h"

namespace lq::testkit {
namespace {

using Kind = ir::Expectation::Kind;
using Names = std::vector<std::string>;

std::string List(const Names& names) {
  return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

Names ReasonCodes(const Decision& decision) {
  Names codes;
  for (const Reason& reason : decision.reasons) {
    codes.emplace_back(reason.code);
  }
  return codes;
}

Names Sorted(Names names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool SameNames(const Names& a, const Names& b) { return Sorted(a) == Sorted(b); }

bool HasAll(const Names& have, const Names& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
    return std::find(have.begin(), have.end(), name) != have.end();
  });
}

// The set that a value in a test stands for.
Possible PossibleOf(const Type& type, const ir::GivenValue& value, Arena& arena) {
  switch (value.kind) {
    case ir::GivenValue::Kind::kValues:
      return PossibleValues(type, value.values, Cause::kNone, arena);
    case ir::GivenValue::Kind::kBand:
      return PossibleBand(value.low.value_or(type.low), value.high.value_or(type.high),
                          Cause::kNone, arena);
    case ir::GivenValue::Kind::kMissing:
    case ir::GivenValue::Kind::kReports:
      break;
  }
  return PossibleAll(Cause::kMissing);
}

// `5 to 6` and `5 or 6` are the same numbers.
bool IsThatBand(const Possible& values, const Possible& band) {
  return Int128{values.values[0].number()} == band.values[0].number() &&
         values.values[values.count - 1].number() == band.values[1].number() &&
         Int128{band.values[1].number()} - band.values[0].number() + 1 == values.count;
}

bool SameSet(const Type& type, const Possible& a, const Possible& b) {
  using Form = Possible::Form;
  if (a.form != b.form) {
    return IsOrdered(type.kind) &&
           ((a.form == Form::kValues && b.form == Form::kBand && IsThatBand(a, b)) ||
            (a.form == Form::kBand && b.form == Form::kValues && IsThatBand(b, a)));
  }
  return a.count == b.count &&
         std::equal(a.list().begin(), a.list().end(), b.list().begin(),
                    [&](const Value& one, const Value& other) {
                      return CompareValues(type, one, other) == std::strong_ordering::equal;
                    });
}

class Comparison {
 public:
  Comparison(const ir::Program& program, const ir::Expectation& expectation, const Lead& lead,
             const Decision& decision, Mismatch& mismatch)
      : program_(program),
        expectation_(expectation),
        lead_(lead),
        decision_(decision),
        mismatch_(mismatch) {}

  bool Run() {
    switch (expectation_.kind) {
      case Kind::kOutcome:
        return Outcome();
      case Kind::kBecause:
        return Told(HasAll(ReasonCodes(decision_), expectation_.names), "among the reasons",
                    expectation_.names, ReasonCodes(decision_));
      case Kind::kReasonsExactly:
        return Told(SameNames(ReasonCodes(decision_), expectation_.names), "reasons exactly",
                    expectation_.names, ReasonCodes(decision_));
      case Kind::kConfidence:
        return Confidence();
      case Kind::kCouldBecome:
        return CouldBecome();
      case Kind::kAskFor:
        return AskFor();
      case Kind::kStatus:
        return Told(Status() == expectation_.names[0], "status", expectation_.names, {Status()});
      case Kind::kProposed:
        return Told(decision_.proposed == expectation_.names[0], "proposed", expectation_.names,
                    {std::string(decision_.proposed)});
      case Kind::kScore:
        return Score();
      case Kind::kOutput:
        return Output();
      case Kind::kField:
        return Field();
      case Kind::kHeldByGuard:
        return HeldByGuard();
      case Kind::kRejectedFor:
        return RejectedFor();
    }
    return false;
  }

 private:
  bool Told(bool good, std::string_view what, const Names& expected, const Names& came) {
    mismatch_.expected = fmt::format("{} {}", what, List(expected));
    mismatch_.came =
        fmt::format("{} {}", what == "among the reasons" ? "reasons" : what, List(came));
    return good;
  }

  std::string Status() const { return std::string(StatusName(decision_.status)); }

  bool Rejected() const { return decision_.status == lq::Status::kRejected; }

  bool Outcome() {
    const std::string& name = expectation_.names[0];
    mismatch_.expected = fmt::format("{}{}", expectation_.negated ? "not " : "", name);
    mismatch_.came = Rejected() ? "the lead is rejected"
                                : fmt::format("{}, {} with confidence {}", decision_.outcome,
                                              Status(), PercentText(decision_.confidence));
    return !Rejected() && (decision_.outcome == name) != expectation_.negated;
  }

  bool Confidence() {
    // Expected in hundredths of a percent, decided in tenths.
    const std::int64_t confidence = std::int64_t{decision_.confidence} * 10;
    mismatch_.expected = ConfidenceBounds(expectation_);
    mismatch_.came = "confidence " + PercentText(decision_.confidence);
    return !Rejected() && expectation_.low <= confidence && confidence <= expectation_.high;
  }

  bool CouldBecome() {
    Names came;
    for (const lq::CouldBecome& one : decision_.could_become) {
      came.emplace_back(one.outcome);
    }
    return Told(SameNames(came, expectation_.names), "could become", expectation_.names, came);
  }

  bool AskFor() {
    Names came;
    for (const AskEntry& entry : decision_.ask) {
      came.emplace_back(entry.field);
    }
    return Told(HasAll(came, expectation_.names), "ask for", expectation_.names, came);
  }

  bool Score() {
    mismatch_.expected = ScoreBounds(program_, expectation_);
    const auto score =
        std::find_if(decision_.scores.begin(), decision_.scores.end(),
                     [&](const ScoreResult& one) { return one.name == expectation_.names[0]; });
    if (score == decision_.scores.end()) {
      mismatch_.came = "the lead is rejected";
      return false;
    }
    mismatch_.came = fmt::format("score {} {}", score->name, score->low);
    if (score->low != score->high) {
      mismatch_.came += fmt::format(" to {}", score->high);
    }
    return expectation_.low <= score->low && score->high <= expectation_.high;
  }

  bool Output() {
    const auto output =
        std::find_if(decision_.outputs.begin(), decision_.outputs.end(),
                     [&](const OutputResult& one) { return one.name == expectation_.names[0]; });
    if (output == decision_.outputs.end() || output->is_null) {
      Possible none = PossibleAll(Cause::kMissing);
      const bool same = Same("output", expectation_.type, none);
      return Rejected() ? IsRejected() : same;
    }
    return Same("output", *output->type, output->value);
  }

  bool Field() {
    if (Rejected()) {
      Possible none = PossibleAll(Cause::kMissing);
      Same("field", expectation_.type, none);
      return IsRejected();
    }
    return Same("field", expectation_.type, lead_.fields[expectation_.field]);
  }

  // Of a rejected lead nothing was made, not even nothing.
  bool IsRejected() {
    mismatch_.came = "the lead is rejected";
    return false;
  }

  // `missing` means that nothing is known, whatever the cause; else the sets must be the same.
  bool Same(std::string_view what, const Type& type, const Possible& came) {
    Arena arena;
    const Possible expected = PossibleOf(expectation_.type, expectation_.value, arena);
    const auto line = [&](const Type& of, const Possible& value) {
      return fmt::format("{} {} is {}", what, expectation_.names[0], KnownText(of, value));
    };
    mismatch_.expected = line(expectation_.type, expected);
    mismatch_.came = line(type, came);
    if (expectation_.value.kind == ir::GivenValue::Kind::kMissing) {
      return came.missing();
    }
    return !came.missing() && SameSet(expectation_.type, expected, came);
  }

  bool HeldByGuard() {
    Names came;
    for (const HeldBy& held : decision_.held_by) {
      if (held.guard.data() != nullptr) {
        came.emplace_back(held.guard);
      }
    }
    return Told(HasAll(came, expectation_.names), "held by guard", expectation_.names, came);
  }

  bool RejectedFor() {
    Names came;
    for (const FieldError& error : decision_.errors) {
      came.emplace_back(error.path.empty() ? "the whole lead" : error.path);
    }
    return Told(HasAll(came, expectation_.names), "rejected for", expectation_.names, came);
  }

  const ir::Program& program_;
  const ir::Expectation& expectation_;
  const Lead& lead_;
  const Decision& decision_;
  Mismatch& mismatch_;
};

}  // namespace

bool Meets(const ir::Program& program, const ir::Expectation& expectation, const Lead& lead,
           const Decision& decision, Mismatch& mismatch) {
  return Comparison(program, expectation, lead, decision, mismatch).Run();
}

}  // namespace lq::testkit
