#include "compiler/ir/statement_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/ir/expression_text.h"
#include "compiler/ir/type_text.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"

namespace lq::ir {
namespace {

template <typename Items, typename F>
Texts Each(const Items& items, F&& text_of) {
  Texts texts;
  texts.reserve(items.size());
  for (const auto& item : items)
    texts.push_back(text_of(item));
  return texts;
}

std::string Points(std::int64_t thousandths) {
  std::string text;
  AppendShortDecimal(thousandths, 3, text);
  return text + " points";
}

std::string PerMille(std::int32_t per_mille) {
  std::string text;
  AppendShortDecimal(per_mille, 1, text);
  return text + "%";
}

std::string Because(std::string_view reason) {
  return reason.empty() ? std::string() : fmt::format(" because {}", reason);
}

std::string_view AssumeText(Assume assume) {
  switch (assume) {
    case Assume::kNothing:
      return "";
    case Assume::kNo:
      return "  if unknown assume no\n";
    case Assume::kYes:
      return "  if unknown assume yes\n";
  }
  return {};
}

std::string MemberText(const Enum::Member& member) {
  std::string text = member.name;
  for (const std::string& label : member.labels)
    text += " " + QuotedText(label);
  return text;
}

std::string FieldText(const Field& field) {
  std::string text = fmt::format("field {} is {} {}", field.path, TypeText(field.type),
                                 field.required ? "required" : "optional");
  if (field.identifies)
    text += " identifies";
  if (field.is_protected)
    text += " protected";
  if (field.invalid_is_missing)
    text += " if invalid treat as missing";
  if (!field.sources.empty()) {
    text += fmt::format(" sources {} {}", fmt::join(field.sources, ", "),
                        field.keep_both ? "keep both" : "trust first");
  }
  if (field.stale_after_days)
    text += fmt::format(" stale after {} days", *field.stale_after_days);
  return text + "\n";
}

std::string PeriodText(const Type& type, const Period& period, bool first) {
  const std::string value = ValueText(type, period.value);
  if (first)
    return value;
  std::string day;
  AppendDate(period.from, day);
  return fmt::format("{} from {}", value, day);
}

std::string ParameterText(const Parameter& parameter) {
  std::string text = fmt::format("parameter {} is {}", parameter.name, TypeText(parameter.type));
  for (std::size_t i = 0; i < parameter.periods.size(); ++i) {
    text += fmt::format(", {}", PeriodText(parameter.type, parameter.periods[i], i == 0));
  }
  return text + "\n";
}

std::string ScoreText(const Program& program, const Score& score) {
  std::string text = fmt::format("score {} from {} to {} begins at {}\n", score.name, score.low,
                                 score.high, score.begins_at);
  Texts items = Each(score.items, [&](const ScoreItem& item) {
    return fmt::format("  add {} when {}{}\n", item.points, CondText(program, item.when),
                       Because(item.reason));
  });
  std::sort(items.begin(), items.end());
  return text + fmt::format("{}", fmt::join(items, ""));
}

std::string TableText(const Program& program, const Table& table) {
  std::string text = fmt::format("table {} gives {} hit {}\n{}", table.name, TypeText(table.type),
                                 table.hit_first ? "first" : "unique", AssumeText(table.assume));
  for (const TableRow& row : table.rows) {
    text +=
        fmt::format("  {} when {}\n", ExprText(program, row.value), CondText(program, row.when));
  }
  if (table.otherwise == kNone)
    return text;
  return text + fmt::format("  otherwise {}\n", ExprText(program, table.otherwise));
}

std::string LookupRowText(const Program& program, const Lookup& lookup, const LookupRow& row) {
  std::string text = "  ";
  for (std::size_t i = 0; i < lookup.keys.size(); ++i) {
    text += ValueText(program.schema.fields[lookup.keys[i]].type, row.keys[i]) + ", ";
  }
  return text + ValueText(lookup.type, row.value) + "\n";
}

std::string LookupText(const Program& program, const Lookup& lookup) {
  const Texts keys =
      Each(lookup.keys, [&](std::uint32_t key) { return program.schema.fields[key].path; });
  std::string text =
      fmt::format("lookup {} key {} gives {} otherwise {}\n", lookup.name, fmt::join(keys, ", "),
                  TypeText(lookup.type), ValueText(lookup.type, lookup.otherwise));
  Texts rows =
      Each(lookup.rows, [&](const LookupRow& row) { return LookupRowText(program, lookup, row); });
  std::sort(rows.begin(), rows.end());
  for (const std::string& row : rows)
    text += row;
  return text;
}

std::string RuleName(const Rule& rule) {
  return rule.row == 0 ? fmt::format("rule {}", rule.name)
                       : fmt::format("table {} row {}", rule.name, rule.row);
}

std::string RuleText(const Program& program, const Rule& rule) {
  std::string text = fmt::format("{}\n  choose {} by {}\n  when {}\n{}", RuleName(rule),
                                 program.outcomes[rule.outcome].name, Points(rule.strength),
                                 CondText(program, rule.when), AssumeText(rule.assume));
  Texts overridden =
      Each(rule.overrides, [&](std::uint32_t other) { return RuleName(program.rules[other]); });
  std::sort(overridden.begin(), overridden.end());
  if (!overridden.empty())
    text += fmt::format("  overrides {}\n", fmt::join(overridden, ", "));
  if (!rule.reason.empty())
    text += fmt::format("  reason {}\n", rule.reason);
  return text;
}

std::string EvidenceText(const Program& program, const Evidence& evidence) {
  std::string text = fmt::format("evidence {}\n  {} {} when {}{}\n", evidence.name,
                                 program.outcomes[evidence.outcome].name, Points(evidence.points),
                                 CondText(program, evidence.when), Because(evidence.reason));
  if (evidence.otherwise_points != 0 || !evidence.otherwise_reason.empty()) {
    text += fmt::format("  otherwise {}{}\n", Points(evidence.otherwise_points),
                        Because(evidence.otherwise_reason));
  }
  if (evidence.group != kNone)
    text += fmt::format("  within {}\n", program.groups[evidence.group].name);
  return text;
}

std::string GuardText(const Program& program, const Guard& guard) {
  return fmt::format("guard {}\n  when {}\n  {}{}\n", guard.name, CondText(program, guard.when),
                     guard.never ? "never" : "needs " + PerMille(guard.needs),
                     Because(guard.reason));
}

std::string PartText(const Program& program, const TextPart& part) {
  if (part.operand == kNone)
    return QuotedText(part.text);
  const std::string operand = ExprText(program, part.operand);
  return part.has_fallback ? fmt::format("{{{} else {}}}", operand, QuotedText(part.text))
                           : fmt::format("{{{}}}", operand);
}

std::string_view OfText(Content::Of of) {
  switch (of) {
    case Content::Of::kReason:
      return "reason";
    case Content::Of::kOutcome:
      return "outcome";
    case Content::Of::kOwn:
      return "output";
  }
  return {};
}

std::string ContentBody(const Program& program, const Content& content) {
  Texts texts = Each(content.texts, [&](const ContentText& text) {
    std::string line = "  " + text.language;
    for (const TextPart& part : text.parts)
      line += " " + PartText(program, part);
    return line + "\n";
  });
  std::sort(texts.begin(), texts.end());
  return fmt::format("content {} of {}\n{}", content.name, OfText(content.of),
                     fmt::join(texts, ""));
}

std::string OutputText(const Program& program, const Output& output) {
  return output.value == kNone
             ? fmt::format("output {} content\n", output.name)
             : fmt::format("output {} is {}\n", output.name, ExprText(program, output.value));
}

}  // namespace

Texts EnumTexts(const Program& program) {
  return Each(program.enums, [](const std::shared_ptr<const Enum>& type) {
    return fmt::format("enum {} of {}{}\n", type->name,
                       fmt::join(Each(type->members, MemberText), ", "),
                       type->ignoring_case ? " ignoring case" : "");
  });
}

Texts FieldTexts(const Program& program) { return Each(program.schema.fields, FieldText); }

Texts DerivedTexts(const Program& program) {
  return Each(program.derived, [&](const Derived& derived) {
    return fmt::format("derived {} is {}\n", derived.name, ExprText(program, derived.value));
  });
}

Texts ParameterTexts(const Program& program) { return Each(program.parameters, ParameterText); }

Texts PatternTexts(const Program& program) {
  return Each(program.patterns, [](const Pattern& pattern) {
    return fmt::format("pattern {} is /{}/\n", pattern.name, pattern.regex);
  });
}

Texts ToggleTexts(const Program& program) {
  return Each(program.toggles, [](const Toggle& toggle) {
    return fmt::format("toggle {} default {}\n", toggle.name, toggle.on ? "on" : "off");
  });
}

Texts DefineTexts(const Program& program) {
  return Each(program.defines, [&](const Define& define) {
    return fmt::format("define {} when {}\n", define.name, CondText(program, define.when));
  });
}

Texts ScoreTexts(const Program& program) {
  return Each(program.scores, [&](const Score& score) { return ScoreText(program, score); });
}

Texts TableTexts(const Program& program) {
  return Each(program.tables, [&](const Table& table) { return TableText(program, table); });
}

Texts LookupTexts(const Program& program) {
  return Each(program.lookups, [&](const Lookup& lookup) { return LookupText(program, lookup); });
}

std::string OutcomesText(const Program& program) {
  std::string text = "outcomes strongest first\n";
  for (const Outcome& outcome : program.outcomes) {
    text += fmt::format("  {} needs {}\n", outcome.name, PerMille(outcome.needs));
  }
  if (!program.outcomes.empty()) {
    text +=
        fmt::format("  otherwise {} by {}{}\n", program.outcomes[program.otherwise_outcome].name,
                    Points(program.otherwise_strength), Because(program.otherwise_reason));
  }
  return text + fmt::format("  undecided becomes {}\n  doubtful becomes {}\n", program.undecided,
                            program.doubtful);
}

Texts RuleTexts(const Program& program) {
  return Each(program.rules, [&](const Rule& rule) { return RuleText(program, rule); });
}

Texts RulesTableTexts(const Program& program) {
  return Each(program.rules_tables, [](const RulesTable& table) {
    return fmt::format("rules table {} hit {} of {} rows\n", table.name,
                       table.hit_first ? "first" : "unique", table.count);
  });
}

Texts EvidenceTexts(const Program& program) {
  return Each(program.evidence,
              [&](const Evidence& evidence) { return EvidenceText(program, evidence); });
}

Texts GroupTexts(const Program& program) {
  return Each(program.groups, [](const Group& group) {
    return fmt::format("group {} at most {}\n", group.name, Points(group.cap));
  });
}

Texts GuardTexts(const Program& program) {
  return Each(program.guards, [&](const Guard& guard) { return GuardText(program, guard); });
}

Texts ContentTexts(const Program& program) {
  return Each(program.content,
              [&](const Content& content) { return ContentBody(program, content); });
}

Texts OutputTexts(const Program& program) {
  return Each(program.outputs, [&](const Output& output) { return OutputText(program, output); });
}

}  // namespace lq::ir
