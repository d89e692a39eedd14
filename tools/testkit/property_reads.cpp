#include "tools/testkit/property_reads.h"

namespace lq::testkit {
namespace {

class Finder {
 public:
  Finder(const ir::Program& program, ComparisonReads& reads) : program_(program), reads_(reads) {}

  void Run(const ir::Cond& comparison) {
    Add(comparison.left);
    for (const ir::ExprId right : comparison.right) {
      Add(right);
    }
    reads_.fields.assign(fields_.begin(), fields_.end());
  }

 private:
  void Add(ir::ExprId id) {
    if (id == ir::kNone || !seen_.insert(id).second) {
      return;
    }
    const ir::Expr& expr = program_.exprs[id];
    switch (expr.op) {
      case ir::ExprOp::kField:
        fields_.insert(expr.index);
        break;
      case ir::ExprOp::kDerived:
        Add(program_.derived[expr.index].value);
        break;
      case ir::ExprOp::kLookup:
        fields_.insert(program_.lookups[expr.index].keys.begin(),
                       program_.lookups[expr.index].keys.end());
        break;
      case ir::ExprOp::kScore:
        for (const ir::ScoreItem& item : program_.scores[expr.index].items) {
          reads_.conditions.push_back(item.when);
        }
        break;
      case ir::ExprOp::kTable:
        for (const ir::TableRow& row : program_.tables[expr.index].rows) {
          reads_.conditions.push_back(row.when);
        }
        break;
      case ir::ExprOp::kParameter:
      case ir::ExprOp::kToday:
      case ir::ExprOp::kNow:
        reads_.today = true;
        break;
      case ir::ExprOp::kConstant:
      case ir::ExprOp::kConfidence:
      case ir::ExprOp::kTension:
      case ir::ExprOp::kAdd:
      case ir::ExprOp::kSubtract:
      case ir::ExprOp::kMultiply:
      case ir::ExprOp::kDivide:
      case ir::ExprOp::kPercentOf:
      case ir::ExprOp::kDays:
      case ir::ExprOp::kShift:
      case ir::ExprOp::kCall:
        break;
    }
    for (const ir::ExprId child : expr.children) {
      Add(child);
    }
  }

  const ir::Program& program_;
  ComparisonReads& reads_;
  std::set<std::uint32_t> fields_;
  std::set<ir::ExprId> seen_;
};

}  // namespace

const ComparisonReads& PropertyReads::Of(ir::CondId comparison) {
  const auto [known, fresh] = known_.try_emplace(comparison);
  if (fresh) {
    Finder(program_, known->second).Run(program_.conds[comparison]);
  }
  return known->second;
}

}  // namespace lq::testkit
