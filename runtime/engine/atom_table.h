#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "runtime/engine/expression_value.h"
#include "runtime/engine/truth.h"
#include "runtime/plan/plan.h"

namespace lq::engine {

// The tests that stand alone, with their patterns compiled and their texts folded. Shared by
// threads.
class AtomTable {
 public:
  explicit AtomTable(const plan::Plan& plan);

  // Of an atom of kind kTest or kKnown.
  Truth Test(std::uint32_t atom, const ExpressionEvaluator& evaluator, Arena& arena) const;

 private:
  struct Prepared {
    // Of Compiled.
    const re2::RE2* pattern = nullptr;
    // All right sides are constant expressions.
    bool constant_operands = true;
    // Folded texts of right sides that never change; empty otherwise.
    std::vector<std::string> folded;
  };

  const re2::RE2* Compiled(const plan::Atom& atom);
  Truth TestTexts(const plan::Atom& atom, const Prepared& prepared, const Possible& left,
                  const ExpressionEvaluator& evaluator, Arena& arena) const;
  bool TextPasses(const plan::Atom& atom, const Prepared& prepared, std::string_view text,
                  std::span<const std::string_view> needles) const;
  Truth TestLists(const plan::Atom& atom, const Possible& left, std::span<const Value> right) const;
  Truth TestConstants(const plan::Atom& atom, const Possible& left,
                      std::span<const Value> right) const;
  Truth TestBand(const plan::Atom& atom, std::int64_t low, std::int64_t high,
                 std::span<const Value> right) const;
  Truth CompareVarying(const plan::Atom& atom, const Possible& left,
                       const ExpressionEvaluator& evaluator) const;
  Truth Compare(plan::TestOp op, const Type& type, const Possible& left, const Type& right_type,
                const Possible& right) const;
  std::span<const Value> Constants(const plan::Atom& atom, const ExpressionEvaluator& evaluator,
                                   Arena& arena) const;
  const Type& TypeOf(plan::ExprId id) const { return plan_.expressions.nodes[id].type; }

  const plan::Plan& plan_;
  std::vector<Prepared> prepared_;
  // By pattern: as written, and ignoring case. Null where no atom asks for it.
  std::vector<std::array<std::unique_ptr<const re2::RE2>, 2>> patterns_;
};

// Reads no field, derived value, score, table or lookup.
bool IsConstant(const plan::Expressions& expressions, plan::ExprId id);

}  // namespace lq::engine
