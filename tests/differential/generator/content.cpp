#include "tests/differential/generator/content.h"

#include <set>

namespace lq::test {
namespace {

std::string Placeholder(Draft& draft) {
  const Operand& operand = draft.random.Pick(draft.operands);
  const bool known = !operand.optional && operand.kind == Operand::Kind::kField;
  if (known && draft.Chance(50)) {
    draft.coverage.Count("a placeholder of a required field");
    return "{" + operand.text + "}";
  }
  draft.coverage.Count("a placeholder with a fallback");
  return "{" + operand.text + " else '" +
         std::string(draft.Pick({"", "nothing", "naïve \\\"x\\\""})) + "'}";
}

std::string ContentText(Draft& draft) {
  std::string text(draft.Pick({"", "Because ", "Grüße: {{"}));
  for (std::size_t i = 0; i < 1 + draft.random.Below(2); ++i) {
    text += Placeholder(draft) + std::string(draft.Pick({"", ", ", ".\\n"}));
  }
  return text;
}

// One text a language, or of one language only where the policy names none.
void DraftTexts(Draft& draft, const std::string& name) {
  const bool all = !draft.program.languages.empty();
  const std::vector<std::string> languages =
      all ? draft.program.languages : std::vector<std::string>{"EN"};
  for (const std::string& language : languages) {
    draft.Add(Statement::File::kPolicy,
              "content " + name + " " + language + " \"" + ContentText(draft) + "\"");
  }
}

}  // namespace

void DraftContent(Draft& draft) {
  if (draft.Chance(40)) {
    return;
  }
  if (draft.Chance(60)) {
    draft.coverage.Count("languages");
    draft.program.languages = {"EN", "DE"};
    draft.Add(Statement::File::kPolicy, "languages EN, DE");
  }
  const std::set<std::string> codes(draft.reason_codes.begin(), draft.reason_codes.end());
  for (const std::string& code : codes) {
    if (!draft.program.languages.empty() || draft.Chance(30)) {
      draft.coverage.Count("content of a reason");
      DraftTexts(draft, code);
    }
  }
  if (draft.Chance(40)) {
    draft.coverage.Count("content of an outcome");
    DraftTexts(draft, draft.random.Pick(draft.outcomes));
  }
  if (draft.Chance(40)) {
    draft.coverage.Count("content of its own");
    DraftTexts(draft, "greeting");
    draft.outputs.push_back("greeting");
  }
}

}  // namespace lq::test
