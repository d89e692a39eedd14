#include "compiler/ir/print.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/ir/statement_text.h"
#include "compiler/ir/type_text.h"

namespace lq::ir {
namespace {

enum class Order { kAsWritten, kSorted };

void Append(Texts texts, Order order, std::string& out) {
  if (order == Order::kSorted)
    std::sort(texts.begin(), texts.end());
  for (const std::string& text : texts)
    out += text;
}

std::string Head(const Program& program) {
  return fmt::format("policy {} version {}\nschema {} version {}{}\n", program.policy,
                     program.version, program.schema.name, program.schema.version,
                     program.schema.reject_unknown ? " other fields rejected" : "");
}

std::string LanguagesText(const Program& program, Order order) {
  if (program.languages.empty())
    return {};
  std::vector<std::string> languages = program.languages;
  if (order == Order::kSorted)
    std::sort(languages.begin(), languages.end());
  return fmt::format("languages {}\n", fmt::join(languages, ", "));
}

void AppendStatements(const Program& program, Order order, std::string& out) {
  Append(DerivedTexts(program), order, out);
  Append(ParameterTexts(program), order, out);
  Append(PatternTexts(program), order, out);
  Append(ToggleTexts(program), order, out);
  Append(DefineTexts(program), order, out);
  Append(ScoreTexts(program), order, out);
  Append(TableTexts(program), order, out);
  Append(LookupTexts(program), order, out);
  out += OutcomesText(program);
  Append(RuleTexts(program), order, out);
  Append(RulesTableTexts(program), order, out);
  Append(EvidenceTexts(program), order, out);
  Append(GroupTexts(program), order, out);
  Append(GuardTexts(program), order, out);
  out += LanguagesText(program, order);
  Append(ContentTexts(program), order, out);
  Append(OutputTexts(program), order, out);
}

std::string Text(const Program& program, Order order) {
  std::string out = Head(program);
  Append(EnumTexts(program), order, out);
  Append(FieldTexts(program), order, out);
  AppendStatements(program, order, out);
  return out;
}

std::string Questions(const Program& program) {
  std::string out;
  for (const Field& field : program.schema.fields) {
    if (!field.question.empty())
      out += fmt::format("ask {} {}\n", field.path, QuotedText(field.question));
  }
  return out;
}

}  // namespace

std::string Print(const Program& program) {
  std::string out = Text(program, Order::kAsWritten) + Questions(program);
  if (program.depends_on_absence)
    out += "depends on absence\n";
  return out;
}

std::string Canonical(const Program& program) { return Text(program, Order::kSorted); }

}  // namespace lq::ir
