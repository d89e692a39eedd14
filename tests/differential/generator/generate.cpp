#include "tests/differential/generator/generate.h"

#include <algorithm>

#include "tests/differential/generator/policy.h"
#include "tests/differential/generator/schema.h"

namespace lq::test {

std::string JoinClauses(Draft& draft, std::vector<std::string> clauses) {
  draft.random.Shuffle(clauses);
  std::string text;
  for (const std::string& clause : clauses) {
    text += (text.empty() ? "  " : "\n  ") + clause;
  }
  return text;
}

std::string ReasonCode(Draft& draft) {
  if (!draft.reason_codes.empty() && draft.Chance(15)) {
    draft.coverage.Count("a reason code used twice");
    return draft.random.Pick(draft.reason_codes);
  }
  draft.reason_codes.push_back("CODE_" + std::to_string(draft.reason_codes.size()));
  return draft.reason_codes.back();
}

GeneratedProgram GenerateProgram(std::uint64_t seed, const GenerateOptions& options,
                                 Coverage& coverage) {
  Draft draft(seed, options, coverage);
  DraftSchema(draft);
  DraftLibrary(draft);
  DraftPolicy(draft);
  return Shuffled(draft.program, draft.random);
}

std::map<std::string, std::string> FilesOf(const GeneratedProgram& program) {
  std::map<std::string, std::string> files = program.tables;
  for (const Statement& statement : program.statements) {
    const char* name = statement.file == Statement::File::kSchema    ? "schema.lq"
                       : statement.file == Statement::File::kLibrary ? "library.lq"
                                                                     : kPolicyFile;
    files[name] += statement.text + "\n";
  }
  return files;
}

GeneratedProgram Shuffled(const GeneratedProgram& program, Random& random) {
  GeneratedProgram shuffled = program;
  random.Shuffle(shuffled.statements);
  // A file's header stays its first statement.
  std::stable_partition(
      shuffled.statements.begin(), shuffled.statements.end(),
      [](const Statement& statement) { return statement.text.starts_with("edition"); });
  return shuffled;
}

}  // namespace lq::test
