#include "tools/testkit/suggest/vectors.h"

#include <algorithm>
#include <set>

#include "compiler/eval/truth.h"
#include "compiler/ir/fields_read.h"
#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

// So many combinations are tried for one statement.
constexpr std::uint64_t kMostCombinations = 20'000;

// A field or toggle of the statement, and the changes of it that it can tell apart.
struct Axis {
  std::vector<GivenChange> changes;
};

class VectorFinder {
 public:
  VectorFinder(const Coverage& coverage, std::uint32_t statement, const ir::Given& base,
               const Lead& lead, Arena& arena)
      : program_(coverage.program()),
        inventory_(coverage.inventory()),
        statement_(inventory_.statements[statement]),
        base_(base),
        lead_(lead),
        arena_(arena) {
    changed_.fields = lead.fields;
    toggles_ = std::make_unique<bool[]>(base.toggles.size());
    std::copy(base.toggles.begin(), base.toggles.end(), toggles_.get());
  }

  FoundVectors Run() {
    tells_all_ = CanTellAll();
    counts_leads_ = CountsLeads();
    MakeAxes();
    std::uint64_t combinations = 1;
    for (const Axis& axis : axes_) {
      combinations = std::min(combinations * (axis.changes.size() + 1), kMostCombinations + 1);
    }
    Note();
    for (std::size_t changes = 1; changes <= axes_.size() && tried_ < kMostCombinations;
         ++changes) {
      Choose(0, changes);
    }
    out_.second_is_edge = counts_leads_;
    out_.all = combinations <= kMostCombinations && tells_all_;
    return std::move(out_);
  }

 private:
  using Truths = std::vector<eval::Truth>;

  Truths Evaluate() {
    Arena arena;
    const OracleInputs inputs = {base_.as_of, {toggles_.get(), base_.toggles.size()}, {}};
    eval::Situation situation = {program_, changed_, inputs, arena};
    Truths truths;
    for (const std::uint32_t number : statement_.comparisons) {
      const Comparison& comparison = inventory_.comparisons.all()[number];
      const eval::Truth truth = eval::TruthOf(situation, comparison.cond);
      truths.push_back(comparison.negated ? eval::Truth{truth.ruled_out, truth.holds} : truth);
    }
    return truths;
  }

  void Apply(const GivenChange& change) {
    if (change.of == GivenChange::Of::kToggle) {
      toggles_[change.index] = !toggles_[change.index];
    } else {
      Possible& possible = changed_.fields[change.index];
      if (change.value.kind == ir::GivenValue::Kind::kMissing) {
        possible = {};
      } else {
        SetKnown(change.value.values[0], possible);
      }
    }
  }

  void Undo(const GivenChange& change) {
    if (change.of == GivenChange::Of::kToggle) {
      toggles_[change.index] = base_.toggles[change.index];
    } else {
      changed_.fields[change.index] = lead_.fields[change.index];
    }
  }

  bool IsRead(const GivenChange& change, const std::set<std::uint32_t>& fields) const {
    if (change.of == GivenChange::Of::kToggle) {
      return std::any_of(statement_.comparisons.begin(), statement_.comparisons.end(),
                         [&](std::uint32_t number) {
                           const Comparison& comparison = inventory_.comparisons.all()[number];
                           const ir::Cond& cond = program_.conds[comparison.cond];
                           return cond.op == ir::CondOp::kToggle && cond.index == change.index;
                         });
    }
    return change.of == GivenChange::Of::kField && fields.count(change.index) > 0;
  }

  // Of several changes that make the same difference the first stands for all.
  void MakeAxes() {
    const std::set<std::uint32_t> fields = ir::AllFieldsRead(program_, statement_.when);
    const Truths before = Evaluate();
    const GivenChange* last = nullptr;
    std::vector<Truths> seen;
    all_changes_ = ChangesOf(program_, base_, lead_,
                             ir::AllComparisonsRead(program_, statement_.when), arena_);
    for (const GivenChange& change : all_changes_) {
      if (!IsRead(change, fields)) {
        continue;
      }
      if (last == nullptr || last->of != change.of || last->index != change.index) {
        axes_.emplace_back();
        seen = {before};
      }
      last = &change;
      Apply(change);
      const Truths truths = Evaluate();
      Undo(change);
      if (!Contains(seen, truths) || !tells_all_ || counts_leads_) {
        seen.push_back(truths);
        axes_.back().changes.push_back(change);
      }
    }
  }

  static bool Same(const Truths& a, const Truths& b) {
    return std::equal(a.begin(), a.end(), b.begin(), [](eval::Truth x, eval::Truth y) {
      return x.holds == y.holds && x.ruled_out == y.ruled_out;
    });
  }
  static bool Contains(const std::vector<Truths>& seen, const Truths& truths) {
    return std::any_of(seen.begin(), seen.end(),
                       [&](const Truths& one) { return Same(one, truths); });
  }

  // Each comparison asks whether a field is known, or holds it against constants, and for each way
  // in which the field can come out one value was tried: then what one change of a field does is
  // the same whatever the other fields are.
  bool CanTellAll() const {
    return std::all_of(statement_.comparisons.begin(), statement_.comparisons.end(),
                       [&](std::uint32_t number) { return IsAboutOneField(TestOf(number)); });
  }

  const ir::Cond& TestOf(std::uint32_t number) const {
    return inventory_.comparisons.TestOf(inventory_.comparisons.all()[number].cond);
  }

  // The same on every day.
  bool IsFixed(ir::ExprId id) const {
    const ir::Expr& expr = program_.exprs[id];
    return expr.op == ir::ExprOp::kConstant ||
           (expr.op == ir::ExprOp::kParameter &&
            program_.parameters[expr.index].periods.size() == 1);
  }

  bool IsAboutOneField(const ir::Cond& test) const {
    if (test.op == ir::CondOp::kToggle) {
      return true;
    }
    if (test.left == ir::kNone || program_.exprs[test.left].op != ir::ExprOp::kField) {
      return false;
    }
    if (test.op == ir::CondOp::kKnown) {
      return true;
    }
    // Of texts a value and another one stand for all only where nothing looks into them; of lists
    // and patterns never.
    const bool whole = (test.test == ir::TestOp::kIs || test.test == ir::TestOp::kIn) &&
                       !test.ignoring_case &&
                       program_.exprs[test.left].type.kind != TypeKind::kList;
    return (whole || IsNumeric(program_.exprs[test.left].type.kind)) &&
           std::all_of(test.right.begin(), test.right.end(),
                       [&](ir::ExprId right) { return IsFixed(right); });
  }

  // Its edge test is a second lead about which it decides. Whether there is one is counted where
  // all values of its fields have names.
  bool CountsLeads() const {
    return std::all_of(
        statement_.comparisons.begin(), statement_.comparisons.end(), [&](std::uint32_t number) {
          const Comparison& one = inventory_.comparisons.all()[number];
          const ir::Cond& test = TestOf(number);
          const bool named = test.op == ir::CondOp::kToggle ||
                             (test.op == ir::CondOp::kTest && IsAboutOneField(test) &&
                              IsNumeric(program_.exprs[test.left].type.kind));
          return named && one.boundaries.empty() && !one.may_be_open;
        });
  }

  void Note() {
    ++tried_;
    const Truths truths = Evaluate();
    std::vector<bool> vector;
    for (const eval::Truth truth : truths) {
      if (!truth.can_tell()) {
        return;
      }
      vector.push_back(truth.holds);
    }
    out_.holding += AnswerOf(statement_, vector) ? 1 : 0;
    if (out_.givens.count(vector) == 0) {
      ir::Given given = base_;
      for (const GivenChange* change : chosen_) {
        given = Changed(std::move(given), *change);
      }
      out_.givens.emplace(std::move(vector), std::move(given));
    }
  }

  // Every combination of exactly so many changes, from this axis on.
  void Choose(std::size_t axis, std::size_t changes) {
    if (changes == 0) {
      Note();
      return;
    }
    for (std::size_t i = axis; i + changes <= axes_.size(); ++i) {
      for (const GivenChange& change : axes_[i].changes) {
        if (tried_ >= kMostCombinations) {
          return;
        }
        Apply(change);
        chosen_.push_back(&change);
        Choose(i + 1, changes - 1);
        chosen_.pop_back();
        Undo(change);
      }
    }
  }

  const ir::Program& program_;
  const Inventory& inventory_;
  const CoveredStatement& statement_;
  const ir::Given& base_;
  const Lead& lead_;
  Arena& arena_;
  Lead changed_;
  std::unique_ptr<bool[]> toggles_;
  std::vector<GivenChange> all_changes_;
  std::vector<Axis> axes_;
  std::vector<const GivenChange*> chosen_;
  bool tells_all_ = false;
  bool counts_leads_ = false;
  std::uint64_t tried_ = 0;
  FoundVectors out_;
};

}  // namespace

FoundVectors FindVectors(const Coverage& coverage, std::uint32_t statement, const ir::Given& base,
                         const TestRunner& runner, Arena& arena) {
  return VectorFinder(coverage, statement, base, runner.last_lead(), arena).Run();
}

}  // namespace lq::testkit
