#include <sstream>

#include "compiler/diag/render.h"
#include "compiler/include/lq/lint.h"
#include "runtime/value/date.h"
#include "tests/language/phase.h"
#include "tests/support/package/memory_files.h"

namespace lq::test {

const std::string_view kPhase = "lint";

namespace {

// A section `rules` names those that run; without it all do, as they are by themselves.
lint::Levels LevelsOf(const CaseFile& golden) {
  lint::Levels levels;
  const Section* section = golden.Find("rules");
  if (section == nullptr) {
    return levels;
  }
  for (const lint::Rule& rule : lint::AllRules()) {
    levels[std::string(rule.name)] = lint::Level::kOff;
  }
  std::istringstream names(section->text);
  for (std::string name; names >> name;) {
    const lint::Level own = lint::FindRule(name)->level;
    levels[name] = own == lint::Level::kOff ? lint::Level::kWarning : own;
  }
  return levels;
}

}  // namespace

// What lint has to say of the package that the sections make, as of 2026-08-01; or `ok`.
std::string RunPhase(const CaseFile& golden) {
  MemoryFiles files;
  LintRequest request;
  for (const Section& section : golden.sections) {
    files.Add(section.name, section.text);
    if (section.name.ends_with(".lq")) {
      request.wanted.insert(section.name);
    }
  }
  request.path = LastUnit(golden);
  request.levels = LevelsOf(golden);
  request.whole = true;
  request.today = DaysFromCivil({2026, 8, 1});
  const std::unique_ptr<Linting> linting = LintPackage(files, request);
  const std::string messages = RenderText(linting->diagnostics, linting->sources, {});
  return messages.empty() ? "ok\n" : messages;
}

}  // namespace lq::test
