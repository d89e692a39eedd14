#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "runtime/bundle/verify_steps.h"
#include "runtime/plan/pattern_options.h"
#include "runtime/value/values.h"

namespace lq::bundle {
namespace {

// Bytes: several times what the language allows.
constexpr std::size_t kLongestPattern = 64 * 1024;
// Instructions that RE2 makes of all patterns: a number, and some for each byte of them.
constexpr std::size_t kMostInstructions = std::size_t{1} << 17;
constexpr std::size_t kMostInstructionsPerByte = 16;

bool IsOrderTest(plan::TestOp op) {
  return op == plan::TestOp::kAtLeast || op == plan::TestOp::kAtMost ||
         op == plan::TestOp::kMoreThan || op == plan::TestOp::kLessThan ||
         op == plan::TestOp::kBetween;
}

bool IsListTest(plan::TestOp op) {
  return op == plan::TestOp::kHasAny || op == plan::TestOp::kHasAll || op == plan::TestOp::kHasNone;
}

bool IsMembership(plan::TestOp op) { return op == plan::TestOp::kIs || op == plan::TestOp::kIn; }

bool IsPartTest(plan::TestOp op) {
  return op == plan::TestOp::kContains || op == plan::TestOp::kStartsWith ||
         op == plan::TestOp::kEndsWith;
}

class ConditionVerifier {
 public:
  ConditionVerifier(const plan::Plan& plan, const std::vector<bool>& constant, Complaint& complaint)
      : plan_(plan), terms_(plan.terms), constant_(constant), complaint_(complaint) {}

  bool Run() { return FieldTests() && Atoms() && Patterns(); }

 private:
  const Type& TypeOf(plan::ExprId id) const { return plan_.expressions.nodes[id].type; }

  template <typename Good>
  bool AllOperands(std::uint32_t first, std::uint32_t count, Good good) const {
    const auto begin = terms_.operands.begin() + first;
    return std::all_of(begin, begin + count, good);
  }

  // One field against constants of its type; `at least` and the like against one or two.
  bool FieldTests() {
    for (const plan::FieldTest& test : terms_.field_tests) {
      const plan::SchemaField& field = plan_.schema.fields[test.field];
      const auto literal = terms_.literals.begin() + test.first_literal;
      const bool good =
          std::all_of(literal, literal + test.literal_count,
                      [&](const plan::Literal& one) { return Fits(one, field.type); });
      if (!complaint_.Expect(good && field.type.kind != TypeKind::kList,
                             "a test of the field `{}` compares with what it cannot be",
                             field.path))
        return false;
    }
    return true;
  }

  bool Fits(const plan::Literal& literal, const Type& type) const {
    const bool test = IsMembership(literal.op) ||
                      (IsOrderTest(literal.op) && IsOrdered(type.kind) &&
                       literal.operand_count == (literal.op == plan::TestOp::kBetween ? 2 : 1));
    return test && AllOperands(literal.first_operand, literal.operand_count, [&](plan::ExprId id) {
             return constant_[id] && SameType(type, TypeOf(id));
           });
  }

  bool Atoms() {
    return complaint_.Expect(std::all_of(terms_.atoms.begin(), terms_.atoms.end(),
                                         [&](const plan::Atom& atom) { return IsGood(atom); }),
                             "a test compares what cannot be compared");
  }

  // Of an outcome and of what is known no text is compared.
  bool IsGood(const plan::Atom& atom) const {
    const bool of_text = atom.pattern != plan::kNone || atom.ignoring_case;
    switch (atom.kind) {
      case plan::Atom::Kind::kOutcome:
        return !of_text;
      case plan::Atom::Kind::kKnown:
        return !of_text && atom.operand_count == 0;
      case plan::Atom::Kind::kTest:
        return IsGoodTest(atom, TypeOf(atom.left));
    }
    return false;
  }

  bool IsGoodTest(const plan::Atom& atom, const Type& left) const {
    const bool matches = atom.op == plan::TestOp::kMatches;
    if (matches != (atom.pattern != plan::kNone) || (atom.ignoring_case && !IsTextual(left.kind)))
      return false;
    const auto operands = [&](auto good) {
      return AllOperands(atom.first_operand, atom.operand_count, good);
    };
    const auto constant = [&](plan::ExprId id) { return constant_[id]; };
    const auto same = [&](plan::ExprId id) { return SameType(left, TypeOf(id)); };
    if (matches)
      return IsTextual(left.kind) && atom.operand_count == 0;
    if (IsPartTest(atom.op)) {
      return IsTextual(left.kind) && operands(constant) &&
             operands([&](plan::ExprId id) { return IsTextual(TypeOf(id).kind); });
    }
    if (IsListTest(atom.op)) {
      return left.kind == TypeKind::kList && operands(constant) &&
             operands([&](plan::ExprId id) { return SameType(ItemType(left), TypeOf(id)); });
    }
    if (IsMembership(atom.op))
      return operands(same) && (operands(constant) || atom.operand_count == 1);
    return IsOrdered(left.kind) && operands(same) &&
           atom.operand_count == (atom.op == plan::TestOp::kBetween ? 2 : 1);
  }

  // Those that atoms ask for, as the engine compiles them: each once as written, and once ignoring
  // case.
  bool Patterns() {
    std::size_t most = kMostInstructions;
    for (const std::string& pattern : terms_.patterns)
      most += pattern.size() * kMostInstructionsPerByte;
    std::vector<std::array<bool, 2>> compiled(terms_.patterns.size());
    std::size_t instructions = 0;
    for (const plan::Atom& atom : terms_.atoms) {
      if (atom.pattern == plan::kNone || compiled[atom.pattern][atom.ignoring_case ? 1 : 0])
        continue;
      compiled[atom.pattern][atom.ignoring_case ? 1 : 0] = true;
      const std::size_t size = SizeOfPattern(terms_.patterns[atom.pattern], atom.ignoring_case);
      instructions += size;
      if (!complaint_.Expect(size > 0, "a pattern of it is none") ||
          !complaint_.Expect(instructions <= most, "its patterns are too large together"))
        return false;
    }
    return true;
  }

  // In instructions of RE2; 0 for what is no pattern.
  static std::size_t SizeOfPattern(const std::string& pattern, bool ignoring_case) {
    if (pattern.size() > kLongestPattern)
      return 0;
    const re2::RE2 compiled(pattern, plan::PatternOptions(ignoring_case));
    return compiled.ok() ? static_cast<std::size_t>(compiled.ProgramSize()) : 0;
  }

  const plan::Plan& plan_;
  const plan::Terms& terms_;
  const std::vector<bool>& constant_;
  Complaint& complaint_;
};

}  // namespace

bool VerifyConditions(const plan::Plan& plan, const std::vector<bool>& constant,
                      Complaint& complaint) {
  return ConditionVerifier(plan, constant, complaint).Run();
}

}  // namespace lq::bundle
