#include <algorithm>

#include "runtime/bundle/verify_steps.h"

namespace lq::bundle {
namespace {

class LinkVerifier {
 public:
  LinkVerifier(const plan::Plan& plan, Complaint& complaint)
      : plan_(plan), terms_(plan.terms), complaint_(complaint) {}

  bool Run() {
    return Expressions() && Terms() && FieldTests() && Atoms() && Nodes() && RuleTerms() &&
           Tables() && Outputs();
  }

 private:
  bool Expect(bool good, std::string_view what) { return complaint_.Expect(good, "{}", what); }
  bool IsExpr(plan::ExprId id) const { return id < plan_.expressions.nodes.size(); }
  bool IsExprOrNone(plan::ExprId id) const { return id == plan::kNone || IsExpr(id); }

  // How many things the index of an expression counts; all but these have none.
  std::size_t Indexed(plan::ExprOp op) const {
    switch (op) {
      case plan::ExprOp::kParameter:
        return plan_.expressions.parameters.size();
      case plan::ExprOp::kField:
        return plan_.schema.fields.size();
      case plan::ExprOp::kDerived:
        return plan_.expressions.derived.size();
      case plan::ExprOp::kScore:
        return plan_.scores.size();
      case plan::ExprOp::kTable:
        return plan_.tables.size();
      case plan::ExprOp::kLookup:
        return plan_.lookups.size();
      case plan::ExprOp::kConstant:
      case plan::ExprOp::kToday:
      case plan::ExprOp::kNow:
      case plan::ExprOp::kConfidence:
      case plan::ExprOp::kTension:
      case plan::ExprOp::kAdd:
      case plan::ExprOp::kSubtract:
      case plan::ExprOp::kMultiply:
      case plan::ExprOp::kDivide:
      case plan::ExprOp::kPercentOf:
      case plan::ExprOp::kDays:
      case plan::ExprOp::kShift:
      case plan::ExprOp::kCall:
        return std::size_t{plan::kNone} + 1;
    }
    return 0;
  }

  // Children come before their parent, and have one parent: expressions are trees.
  bool Expressions() {
    const plan::Expressions& all = plan_.expressions;
    std::vector<bool> is_child(all.nodes.size());
    std::size_t next = 0;
    for (plan::ExprId id = 0; id < all.nodes.size(); ++id) {
      const plan::Expr& expr = all.nodes[id];
      const bool linked = expr.index < Indexed(expr.op) && expr.first_child == next &&
                          Within(next, expr.child_count, all.children.size());
      if (!Expect(linked, "an expression reads what is not there"))
        return false;
      for (; next < expr.first_child + expr.child_count; ++next) {
        const plan::ExprId child = all.children[next];
        if (!Expect(child < id && !is_child[child], "an expression is part of two, or of itself"))
          return false;
        is_child[child] = true;
      }
    }
    return Expect(next == all.children.size(), "parts of expressions belong to none") &&
           Expect(std::all_of(all.derived.begin(), all.derived.end(),
                              [&](const plan::Derived& one) { return IsExpr(one.value); }),
                  "a derived value has no expression");
  }

  // Dense tests and residuals follow each other as their terms do.
  bool Terms() {
    std::size_t dense = 0;
    std::size_t residual = 0;
    for (const plan::Term& term : terms_.terms) {
      const bool linked = term.first_dense == dense && term.first_residual == residual &&
                          Within(dense, term.dense_count, terms_.dense.size()) &&
                          Within(residual, term.residual_count, terms_.residuals.size());
      if (!Expect(linked, "a term's tests are not there"))
        return false;
      dense += term.dense_count;
      residual += term.residual_count;
    }
    return Expect(dense == terms_.dense.size() && residual == terms_.residuals.size(),
                  "tests belong to no term") &&
           DenseTests() && OneTestAColumn() && Residuals();
  }

  // And one owner a test of a field: each of its owners works it out.
  bool DenseTests() {
    for (const plan::Column& column : terms_.columns) {
      const bool toggle = column.kind == plan::ColumnKind::kToggle;
      if (!Expect(column.index < (toggle ? plan_.toggles.size() : plan_.schema.fields.size()),
                  "a column tests a field or toggle that is not there"))
        return false;
    }
    // The rows of a column come from its tests.
    std::vector<bool> tested(terms_.columns.size());
    std::vector<bool> owned(terms_.field_tests.size());
    for (const plan::DenseTest& test : terms_.dense) {
      if (!Expect(test.column < terms_.columns.size(), "a test has no column"))
        return false;
      const plan::Column& column = terms_.columns[test.column];
      tested[test.column] = true;
      if (column.kind != plan::ColumnKind::kField)
        continue;
      const bool linked = test.test < terms_.field_tests.size() && !test.negated &&
                          terms_.field_tests[test.test].field == column.index;
      if (!Expect(linked, "a test is of another field than its column") ||
          !Expect(!owned[test.test], "a test of a field belongs to two terms"))
        return false;
      owned[test.test] = true;
    }
    return Expect(std::find(tested.begin(), tested.end(), false) == tested.end(),
                  "no test belongs to a column");
  }

  bool OneTestAColumn() {
    // By column, the last term that tests it.
    std::vector<plan::TermId> last(terms_.columns.size(), plan::kNone);
    for (plan::TermId id = 0; id < terms_.terms.size(); ++id) {
      const plan::Term& term = terms_.terms[id];
      for (std::uint32_t i = 0; i < term.dense_count; ++i) {
        plan::TermId& tester = last[terms_.dense[term.first_dense + i].column];
        if (!Expect(tester != id, "a term has two tests in one column"))
          return false;
        tester = id;
      }
    }
    return true;
  }

  bool Residuals() {
    return Expect(std::all_of(terms_.residuals.begin(), terms_.residuals.end(),
                              [&](const plan::Residual& residual) {
                                return residual.kind == plan::Residual::Kind::kAtom
                                           ? residual.index < terms_.atoms.size()
                                           : residual.index < terms_.nodes.size();
                              }),
                  "a term names a test or a condition that is not there");
  }

  // Literals follow each other as their field tests do.
  bool FieldTests() {
    std::size_t next = 0;
    for (const plan::FieldTest& test : terms_.field_tests) {
      const bool linked = test.first_literal == next && test.literal_count > 0 &&
                          Within(next, test.literal_count, terms_.literals.size()) &&
                          test.field < plan_.schema.fields.size();
      if (!Expect(linked, "a test of a field is not there"))
        return false;
      next += test.literal_count;
    }
    operands_ = 0;
    return Expect(next == terms_.literals.size(), "tests belong to no field") &&
           Expect(std::all_of(terms_.literals.begin(), terms_.literals.end(),
                              [&](const plan::Literal& one) {
                                return CountOperands(one.first_operand, one.operand_count);
                              }),
                  "a test has no constants to compare with") &&
           Expect(std::all_of(terms_.operands.begin(), terms_.operands.end(),
                              [&](plan::ExprId id) { return IsExpr(id); }),
                  "a test compares with what is not there");
  }

  // No operand has two owners, or a few bytes could say a great deal.
  bool CountOperands(std::size_t first, std::size_t count) {
    operands_ += count;
    return Within(first, count, terms_.operands.size()) && operands_ <= terms_.operands.size();
  }

  bool Atom(const plan::Atom& atom) {
    if (atom.kind == plan::Atom::Kind::kOutcome) {
      outcomes_ += atom.operand_count;
      return atom.left == plan::kNone && outcomes_ <= terms_.outcomes.size() &&
             Within(atom.first_operand, atom.operand_count, terms_.outcomes.size());
    }
    return IsExpr(atom.left) && CountOperands(atom.first_operand, atom.operand_count) &&
           (atom.pattern == plan::kNone || atom.pattern < terms_.patterns.size());
  }

  bool Atoms() {
    return Expect(std::all_of(terms_.atoms.begin(), terms_.atoms.end(),
                              [&](const plan::Atom& atom) { return Atom(atom); }),
                  "a test that stands alone compares what is not there") &&
           Expect(std::all_of(terms_.outcomes.begin(), terms_.outcomes.end(),
                              [&](std::uint32_t one) { return one < plan_.outcomes.size(); }),
                  "a test names an outcome that is not there");
  }

  // Conditions are trees: no term is in two nodes, and no node in two places.
  bool Nodes() {
    std::vector<bool> owned(terms_.terms.size());
    for (const plan::Node& node : terms_.nodes) {
      if (!Expect(Within(node.first, node.count, owned.size()),
                  "a condition's terms are not there"))
        return false;
      for (plan::TermId term = node.first; term < node.first + node.count; ++term) {
        if (!Expect(!owned[term], "a term belongs to two conditions"))
          return false;
        owned[term] = true;
      }
    }
    used_.assign(terms_.nodes.size(), false);
    const auto use = [&](const auto& list) {
      return std::all_of(list.begin(), list.end(), [&](const auto& one) { return Use(one.when); });
    };
    bool good = use(plan_.rules) && use(plan_.evidence) && use(plan_.guards);
    for (const plan::Score& score : plan_.scores)
      good = good && use(score.items);
    for (const plan::Table& table : plan_.tables)
      good = good && use(table.rows);
    for (const plan::Residual& residual : terms_.residuals)
      good = good && (residual.kind == plan::Residual::Kind::kAtom || Use(residual.index));
    return Expect(good, "a condition stands in two places, or is not there");
  }

  bool Use(plan::NodeId node) {
    if (node >= used_.size() || used_[node])
      return false;
    used_[node] = true;
    return true;
  }

  // The terms of rules come first, in the order of the rules.
  bool RuleTerms() {
    plan::TermId next = 0;
    for (const plan::Rule& rule : plan_.rules) {
      const plan::Node& node = terms_.nodes[rule.when];
      if (!Expect(node.count == 0 || node.first == next, "the terms of rules do not come first"))
        return false;
      next += node.count;
    }
    return true;
  }

  bool Tables() {
    for (const plan::Table& table : plan_.tables) {
      const bool rows = std::all_of(table.rows.begin(), table.rows.end(),
                                    [&](const plan::TableRow& row) { return IsExpr(row.value); });
      if (!Expect(rows && IsExprOrNone(table.otherwise), "a row of a table has no value"))
        return false;
    }
    for (const plan::Lookup& lookup : plan_.lookups) {
      const bool keys =
          !lookup.keys.empty() && lookup.keys.size() <= plan_.schema.fields.size() &&
          lookup.key_values.size() == lookup.values.size() * lookup.keys.size() &&
          std::all_of(lookup.keys.begin(), lookup.keys.end(),
                      [&](std::uint32_t field) { return field < plan_.schema.fields.size(); });
      if (!Expect(keys, "the rows of a lookup do not have one value a key"))
        return false;
    }
    return true;
  }

  bool Outputs() {
    for (const plan::Output& output : plan_.outputs) {
      const bool is_content = output.value == plan::kNone;
      if (!Expect(is_content ? output.content < plan_.content.size()
                             : IsExpr(output.value) && output.content == plan::kNone,
                  "an output has neither a value nor a content"))
        return false;
    }
    for (const plan::Content& content : plan_.content) {
      for (const plan::ContentText& text : content.texts) {
        const bool parts =
            std::all_of(text.parts.begin(), text.parts.end(),
                        [&](const plan::TextPart& part) { return IsExprOrNone(part.operand); });
        if (!Expect(parts, "a placeholder of a content has no value"))
          return false;
      }
    }
    return true;
  }

  const plan::Plan& plan_;
  const plan::Terms& terms_;
  Complaint& complaint_;
  std::size_t operands_ = 0;
  std::size_t outcomes_ = 0;
  std::vector<bool> used_;
};

}  // namespace

bool VerifyLinks(const plan::Plan& plan, Complaint& complaint) {
  return LinkVerifier(plan, complaint).Run();
}

}  // namespace lq::bundle
