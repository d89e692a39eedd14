#include "compiler/check/assume.h"
#include "compiler/check/check_condition.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/check_rules_table.h"
#include "compiler/check/check_strength.h"
#include "compiler/check/limits.h"
#include "compiler/check/overrides.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

ir::CondId CheckRuleCondition(Context& context, const syntax::RuleDeclaration& rule) {
  const ir::CondId when = rule.has_when ? CheckCondition(context, rule.when) : ir::kNone;
  if (!rule.unless)
    return when;
  const ir::CondId unless = CheckCondition(context, *rule.unless);
  return MakeAnd(context, {when, MakeNot(context, unless, rule.unless->span)}, rule.span);
}

ir::Rule MakeRule(Context& context, const syntax::RuleDeclaration& declaration) {
  ir::Rule rule;
  rule.name = declaration.name.text;
  rule.span = declaration.span;
  const std::optional<std::uint32_t> outcome =
      declaration.has_choose ? ResolveOutcome(context, declaration.outcome) : std::nullopt;
  rule.outcome = outcome.value_or(0);
  const std::int32_t needs = outcome ? context.program->outcomes[*outcome].needs : 0;
  rule.strength = CheckStrength(context, declaration.strength).value_or(DefaultStrength(needs));
  rule.when = CheckRuleCondition(context, declaration);
  rule.assume = AssumeOf(declaration.assume);
  rule.reason = declaration.reason.text;
  return rule;
}

class RulesChecker {
 public:
  explicit RulesChecker(Context& context) : context_(context) {}

  void Check() {
    for (const syntax::Statement& statement : context_.policy->unit->statements) {
      if (const auto* rule = std::get_if<syntax::RuleDeclaration>(&statement))
        AddRule(*rule);
      const auto* table = std::get_if<syntax::TableDeclaration>(&statement);
      if (table != nullptr && table->is_rules)
        AddTable(*table);
      if (!HasRoom())
        break;
    }
    CheckOverrides(context_, overrides_);
  }

 private:
  // False, and reported once, when the policy has too many rules.
  bool HasRoom() {
    if (context_.program->rules.size() <= kMaxRules)
      return true;
    ReportTooMany(context_, context_.program->rules[kMaxRules].span, kMaxRules,
                  "rules and rows of rules tables");
    return false;
  }

  void AddRule(const syntax::RuleDeclaration& declaration) {
    const auto index = static_cast<std::uint32_t>(context_.program->rules.size());
    context_.rules.Declare(context_.diagnostics, declaration.name, kRuleName, index);
    context_.program->rules.push_back(MakeRule(context_, declaration));
    if (!declaration.overrides.empty())
      overrides_.push_back({index, &declaration.overrides});
  }

  void AddTable(const syntax::TableDeclaration& declaration) {
    const auto index = static_cast<std::uint32_t>(context_.program->rules_tables.size());
    context_.rules.Declare(context_.diagnostics, declaration.name, kRulesTableName, index);
    CheckRulesTable(context_, declaration);
  }

  Context& context_;
  std::vector<OverridesClause> overrides_;
};

}  // namespace

void CheckRules(Context& context) { RulesChecker(context).Check(); }

}  // namespace lq::check
