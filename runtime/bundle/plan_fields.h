#pragma once

#include <concepts>
#include <type_traits>

#include "runtime/bundle/bundle.h"
#include "runtime/bundle/sections.h"
#include "runtime/plan/plan.h"

// What of each struct stands in a bundle, in which order: said once, for writing and for reading.
// An archive is called with fields, which it writes or fills.
namespace lq::bundle {

// `T`, const or not.
template <typename T, typename Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

// The greatest value of each kind of enum that stands in a bundle.
template <typename T>
inline constexpr T kLast{};
template <>
inline constexpr auto kLast<TypeKind> = TypeKind::kList;
template <>
inline constexpr auto kLast<RoundingMode> = RoundingMode::kUp;
template <>
inline constexpr auto kLast<ShiftUnit> = ShiftUnit::kMinutes;
template <>
inline constexpr auto kLast<plan::ExprOp> = plan::ExprOp::kCall;
template <>
inline constexpr auto kLast<plan::TestOp> = plan::TestOp::kHasNone;
template <>
inline constexpr auto kLast<plan::ColumnKind> = plan::ColumnKind::kToggle;
template <>
inline constexpr auto kLast<plan::Atom::Kind> = plan::Atom::Kind::kOutcome;
template <>
inline constexpr auto kLast<plan::Residual::Kind> = plan::Residual::Kind::kNode;
template <>
inline constexpr auto kLast<plan::Assume> = plan::Assume::kYes;
template <>
inline constexpr auto kLast<plan::Content::Of> = plan::Content::Of::kOwn;
template <>
inline constexpr auto kLast<SourcePlace::Of> = SourcePlace::Of::kDerived;

// The index of an enum that the schema does not have: of the days of the week.
inline constexpr std::uint32_t kWeekday = plan::kNone - 1;

// A type as it stands in the table of types; everywhere else stands its index.
struct TypeRow {
  Type type;
};

template <typename Archive>
void Fields(Archive& archive, Is<TypeRow> auto& row) {
  auto& type = row.type;
  archive(type.kind, type.element, type.places, type.currency, type.max_items, type.max_length,
          type.enumeration, type.low, type.high);
}

template <typename Archive>
void Fields(Archive& archive, Is<Enum::Member> auto& member) {
  archive(member.name, member.labels);
}

template <typename Archive>
void Fields(Archive& archive, Is<Enum> auto& enumeration) {
  archive(enumeration.name, enumeration.members, enumeration.ignoring_case);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::SchemaField> auto& field) {
  archive(field.path, field.type, field.required, field.invalid_is_missing, field.keep_both,
          field.sources, field.stale_after_days, field.question);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Expr> auto& expr) {
  archive(expr.op, expr.rounding, expr.unit, expr.type, expr.index, expr.amount, expr.function,
          expr.first_child, expr.child_count);
  if (expr.op == plan::ExprOp::kConstant)
    archive.Typed(expr.type, expr.value);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Parameter> auto& parameter) {
  archive(parameter.type);
  archive.Each(parameter.periods, [&](auto& period) {
    archive(period.from);
    archive.Typed(parameter.type, period.value);
  });
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Derived> auto& derived) {
  archive(derived.name, derived.value);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Node> auto& node) {
  archive(node.first, node.count);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Term> auto& term) {
  archive(term.first_dense, term.dense_count, term.first_residual, term.residual_count);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::DenseTest> auto& test) {
  archive(test.column, test.test, test.negated);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Residual> auto& residual) {
  archive(residual.kind, residual.index, residual.negated);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Column> auto& column) {
  archive(column.kind, column.index);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::FieldTest> auto& test) {
  archive(test.field, test.all, test.first_literal, test.literal_count);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Literal> auto& literal) {
  archive(literal.op, literal.negated, literal.first_operand, literal.operand_count);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Atom> auto& atom) {
  archive(atom.op, atom.ignoring_case, atom.left, atom.first_operand, atom.operand_count,
          atom.pattern, atom.kind);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Toggle> auto& toggle) {
  archive(toggle.name, toggle.on);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Outcome> auto& outcome) {
  archive(outcome.name, outcome.needs);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Rule> auto& rule) {
  archive(rule.name, rule.row, rule.first_table, rule.outcome, rule.strength, rule.when,
          rule.assume, rule.reason, rule.overriders);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Evidence> auto& evidence) {
  archive(evidence.name, evidence.outcome, evidence.points, evidence.otherwise_points,
          evidence.reason, evidence.otherwise_reason, evidence.group, evidence.when);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Guard> auto& guard) {
  archive(guard.name, guard.when, guard.needs, guard.never, guard.reason);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::ScoreItem> auto& item) {
  archive(item.points, item.when, item.reason);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Score> auto& score) {
  archive(score.name, score.low, score.high, score.begins_at, score.items);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::TableRow> auto& row) {
  archive(row.when, row.value);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Table> auto& table) {
  archive(table.name, table.type, table.hit_first, table.assume, table.rows, table.otherwise);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Lookup> auto& lookup) {
  archive(lookup.name, lookup.type, lookup.keys);
  std::size_t at = 0;
  archive.Each(lookup.key_values,
               [&](auto& value) { archive.Typed(archive.TypeOfField(lookup.keys, at++), value); });
  archive.Each(lookup.values, [&](auto& value) { archive.Typed(lookup.type, value); });
  archive.Typed(lookup.type, lookup.otherwise);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Output> auto& output) {
  archive(output.name, output.value, output.content);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::TextPart> auto& part) {
  archive(part.text, part.operand, part.has_fallback);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::ContentText> auto& text) {
  archive(text.language, text.parts);
}

template <typename Archive>
void Fields(Archive& archive, Is<plan::Content> auto& content) {
  archive(content.of, content.name, content.texts);
}

template <typename Archive>
void Fields(Archive& archive, Is<NativePart> auto& part) {
  archive(part.processor, part.kernel, part.image);
}

template <typename Archive>
void Fields(Archive& archive, Is<SourcePlace> auto& place) {
  archive(place.of, place.name, place.row, place.file, place.line);
}

// Everything in a plan, section by section. What later sections point to comes first.
template <typename Archive>
void PlanSections(Archive& archive, Is<plan::Plan> auto& plan) {
  auto& expressions = plan.expressions;
  auto& terms = plan.terms;
  archive.Section(SectionKind::kPolicy, plan.policy, plan.version, plan.hash, plan.languages,
                  plan.toggles);
  archive.Section(SectionKind::kSchema, plan.schema.name, plan.schema.version, plan.schema.fields,
                  plan.schema.reject_unknown);
  archive.Section(SectionKind::kExpressions, expressions.nodes, expressions.children,
                  expressions.parameters, expressions.derived);
  archive.Section(SectionKind::kTerms, terms.nodes, terms.terms, terms.dense, terms.residuals,
                  terms.columns, terms.field_tests, terms.literals, terms.operands, terms.outcomes,
                  terms.atoms, terms.patterns);
  archive.Section(SectionKind::kOutcomes, plan.outcomes, plan.undecided, plan.doubtful,
                  plan.otherwise_outcome, plan.otherwise_strength, plan.otherwise_reason);
  archive.Section(SectionKind::kRules, plan.rules, plan.overridden, plan.first_table_count);
  archive.Section(SectionKind::kEvidence, plan.evidence, plan.group_caps);
  archive.Section(SectionKind::kGuards, plan.guards);
  archive.Section(SectionKind::kScores, plan.scores);
  archive.Section(SectionKind::kTables, plan.tables);
  archive.Section(SectionKind::kLookups, plan.lookups);
  archive.Section(SectionKind::kOutputs, plan.outputs);
  archive.Section(SectionKind::kContent, plan.content);
}

}  // namespace lq::bundle
