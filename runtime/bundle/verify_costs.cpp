#include <algorithm>

#include "runtime/bundle/verify_steps.h"
#include "runtime/plan/chain.h"

namespace lq::bundle {
namespace {

// Of what the engine does for a plan, so much is always allowed, and so much more for each
// expression that the plan has: what real plans share never comes near it.
struct Allowance {
  std::uint64_t always;
  std::uint64_t each;
};
// Visits of expressions for one lead, of which what many tests read is visited for each.
constexpr Allowance kMostVisits = {std::uint64_t{1} << 18, 16};
// Blocks of the bit rows, of 4 bytes each.
constexpr Allowance kMostBlocks = {std::uint64_t{1} << 18, 256};
// Blocks that a column takes the time of, however few rows it has.
constexpr std::uint64_t kLeastRows = 16;
// Looks at what overrides an overrider.
constexpr Allowance kMostOverrides = {std::uint64_t{1} << 20, 16};

class CostVerifier {
 public:
  CostVerifier(const plan::Plan& plan, Complaint& complaint)
      : plan_(plan), all_(plan.expressions), terms_(plan.terms), complaint_(complaint) {}

  bool Run() { return Visits() && Blocks() && Overrides(); }

 private:
  bool Expect(std::uint64_t cost, Allowance most, std::string_view what) {
    return complaint_.Expect(cost <= most.always + most.each * all_.nodes.size(), "{}", what);
  }

  // What an expression takes without its parts.
  std::uint64_t OwnVisits(const plan::Expr& expr) const {
    if (expr.op == plan::ExprOp::kParameter)
      return all_.parameters[expr.index].periods.size();
    const bool list = expr.op == plan::ExprOp::kConstant && expr.type.kind == TypeKind::kList;
    return 1 + (list ? expr.value.items().size() : 0);
  }

  // By expression: the visits that finding out what it reads takes, which asks each part of it for
  // its value. Parts come before what they are part of. A chain is asked once.
  std::vector<std::uint64_t> VisitsOfEach() const {
    std::vector<std::uint64_t> sizes(all_.nodes.size());
    std::vector<std::uint64_t> visits(all_.nodes.size());
    for (plan::ExprId id = 0; id < all_.nodes.size(); ++id) {
      const plan::Expr& expr = all_.nodes[id];
      sizes[id] = OwnVisits(expr);
      for (std::uint32_t i = 0; i < expr.child_count; ++i) {
        const plan::ExprId child = all_.children[expr.first_child + i];
        const bool chained = i == 0 && plan::IsChained(expr) && plan::IsChained(all_.nodes[child]);
        sizes[id] += sizes[child];
        visits[id] += visits[child] - (chained ? sizes[child] : 0);
      }
      visits[id] += sizes[id];
    }
    return visits;
  }

  // Of everything that the engine asks for its value by itself.
  bool Visits() {
    const std::vector<std::uint64_t> visits = VisitsOfEach();
    std::uint64_t sum = 0;
    const auto add = [&](plan::ExprId id) { sum += id == plan::kNone ? 0 : visits[id]; };
    std::for_each(terms_.operands.begin(), terms_.operands.end(), add);
    for (const plan::Atom& atom : terms_.atoms)
      add(atom.left);
    for (const plan::Derived& derived : all_.derived)
      add(derived.value);
    for (const plan::Table& table : plan_.tables) {
      add(table.otherwise);
      for (const plan::TableRow& row : table.rows)
        add(row.value);
    }
    for (const plan::Output& output : plan_.outputs)
      add(output.value);
    for (const plan::Content& content : plan_.content) {
      for (const plan::ContentText& text : content.texts) {
        for (const plan::TextPart& part : text.parts)
          add(part.operand);
      }
    }
    return Expect(sum, kMostVisits, "its tests, values and texts read the same too often");
  }

  // Codes that the values of each field have, at most: each constant begins one and ends one.
  std::vector<std::uint64_t> CodesOfFields() const {
    std::vector<std::uint64_t> codes(plan_.schema.fields.size(), 1);
    for (const plan::FieldTest& test : terms_.field_tests) {
      for (std::uint32_t i = 0; i < test.literal_count; ++i)
        codes[test.field] +=
            std::uint64_t{2} * terms_.literals[test.first_literal + i].operand_count;
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const Type& type = plan_.schema.fields[i].type;
      const auto last =
          static_cast<std::uint64_t>(type.high) - static_cast<std::uint64_t>(type.low);
      if (IsNumeric(type.kind) && last < codes[i])
        codes[i] = last + 1;
    }
    return codes;
  }

  // A column has a row a code, with a bit for each term.
  bool Blocks() {
    const std::vector<std::uint64_t> codes = CodesOfFields();
    const std::uint64_t blocks = terms_.terms.size() / 512 + 1;
    std::uint64_t rows = 0;
    for (const plan::Column& column : terms_.columns)
      rows += kLeastRows + (column.kind == plan::ColumnKind::kField ? codes[column.index] : 0);
    return Expect(rows * blocks, kMostBlocks, "too many columns test its fields");
  }

  bool Overrides() {
    std::uint64_t looks = 0;
    for (const plan::Rule& rule : plan_.rules) {
      for (std::uint32_t overrider : rule.overriders)
        looks += plan_.rules[overrider].overriders.size();
    }
    return Expect(looks, kMostOverrides, "too many of its rules override each other");
  }

  const plan::Plan& plan_;
  const plan::Expressions& all_;
  const plan::Terms& terms_;
  Complaint& complaint_;
};

}  // namespace

bool VerifyCosts(const plan::Plan& plan, Complaint& complaint) {
  return CostVerifier(plan, complaint).Run();
}

}  // namespace lq::bundle
