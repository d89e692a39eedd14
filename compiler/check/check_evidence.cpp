#include <fmt/format.h>

#include "compiler/check/check_condition.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/check_strength.h"
#include "compiler/check/limits.h"
#include "compiler/check/statements.h"
#include "runtime/value/number.h"

namespace lq::check {
namespace {

// The greatest cap of a group, in tenths of a point: more than any evidence adds up to.
constexpr std::int64_t kMaxCap = 1'000'000;

// Evidence that says no strength is fairly strong.
std::int32_t PointsOf(Context& context, const syntax::Strength& strength, bool weakens) {
  const std::int32_t points = CheckStrength(context, strength).value_or(Fairly());
  return weakens ? -points : points;
}

std::uint32_t GroupOf(Context& context, const syntax::Name& group) {
  const NameTable::Named* named = context.groups.Resolve(context.diagnostics, group);
  return named == nullptr ? ir::kNone : named->index;
}

ir::Evidence MakeEvidence(Context& context, const syntax::EvidenceDeclaration& declaration) {
  ir::Evidence evidence;
  evidence.name = declaration.name.text;
  evidence.span = declaration.span;
  evidence.outcome = ResolveOutcome(context, declaration.outcome).value_or(0);
  evidence.points = PointsOf(context, declaration.strength, declaration.weakens);
  if (declaration.has_when)
    evidence.when = CheckCondition(context, declaration.when);
  evidence.reason = declaration.reason.text;
  if (declaration.has_otherwise) {
    evidence.otherwise_points =
        PointsOf(context, declaration.otherwise_strength, declaration.otherwise_weakens);
    evidence.otherwise_reason = declaration.otherwise_reason.text;
  }
  evidence.group = GroupOf(context, declaration.group);
  return evidence;
}

std::int32_t CapOf(Context& context, const syntax::Literal& points) {
  std::int64_t tenths = 0;
  const NumberProblem problem = ParseDecimal(points.text, 1, tenths);
  if (problem == NumberProblem::kNone && tenths >= 0 && tenths <= kMaxCap) {
    return static_cast<std::int32_t>(tenths * (kPoint / 10));
  }
  Diagnostic& report =
      context.Report(DiagnosticKind::kGroupCap, points.span,
                     fmt::format("a group cannot count at most {} points", points.text));
  report.primary.text = "out of range";
  report.notes.push_back("A group's cap is from 0 to 100,000 points, with at most one decimal.");
  report.help = "write a cap such as `at most 5 points`";
  return 0;
}

}  // namespace

void CheckGroups(Context& context) {
  const auto declare = [&](const syntax::GroupDeclaration& declaration) {
    const auto index = static_cast<std::uint32_t>(context.program->groups.size());
    context.groups.Declare(context.diagnostics, declaration.name, 0, index);
    context.program->groups.push_back({declaration.name.text, CapOf(context, declaration.points)});
  };
  ForEach<syntax::GroupDeclaration>(*context.policy->unit, declare);
}

void CheckEvidence(Context& context) {
  std::vector<ir::Evidence>& items = context.program->evidence;
  const auto add = [&](const syntax::EvidenceDeclaration& declaration) {
    if (items.size() > kMaxEvidence)
      return;
    if (items.size() == kMaxEvidence) {
      ReportTooMany(context, declaration.span, kMaxEvidence, "pieces of evidence");
    }
    const auto index = static_cast<std::uint32_t>(items.size());
    context.evidence.Declare(context.diagnostics, declaration.name, 0, index);
    items.push_back(MakeEvidence(context, declaration));
  };
  ForEach<syntax::EvidenceDeclaration>(*context.policy->unit, add);
}

}  // namespace lq::check
