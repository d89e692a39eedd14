#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/differential/generator/coverage.h"
#include "tests/differential/generator/random.h"
#include "tests/differential/generator/type_model.h"

namespace lq::test {

struct EnumModel {
  std::string name;
  std::vector<std::string> names;
  std::vector<std::string> labels;
};

struct FieldModel {
  std::string path;
  TypeModel type;
  bool required = false;
  bool keep_both = false;
  bool is_protected = false;
  std::vector<std::string> sources;
  bool may_be_stale = false;
  // Values that conditions name: leads come back to them.
  std::vector<ModelValue> constants;
};

// Something that conditions may read.
struct Operand {
  enum class Kind { kField, kDerived, kScore, kTable, kLookup, kExpression };
  Kind kind = Kind::kField;
  // As it is written.
  std::string text;
  TypeModel type;
  // May be missing, so that `is known` can be asked of it.
  bool optional = false;
  // kField.
  std::size_t field = 0;
};

// A set or parameter made for what a field can hold.
struct NamedConstant {
  std::string name;
  TypeModel type;
  // Declared in the library: a library sees nothing of the policy.
  bool of_library = false;
};

// One statement of the program, as it stands in its file.
struct Statement {
  enum class File { kSchema, kLibrary, kPolicy };
  File file = File::kPolicy;
  std::string text;
  // The file needs it.
  bool fixed = false;
};

struct GeneratedProgram {
  std::vector<Statement> statements;
  // Lookup files: name to text.
  std::map<std::string, std::string> tables;
  std::vector<FieldModel> fields;
  std::vector<std::string> languages;
};

struct GenerateOptions {
  // Fields of few values, so that every completion can be enumerated.
  bool small_domains = false;
  // `is known`, `is missing`, `missing` cells, `if unknown assume`.
  bool absence = true;
};

// A program in the making.
struct Draft {
  Draft(std::uint64_t seed, const GenerateOptions& with, Coverage& count)
      : random(seed), options(with), coverage(count) {}

  Random random;
  GenerateOptions options;
  Coverage& coverage;
  GeneratedProgram program;

  std::vector<EnumModel> enums;
  // What is declared so far and may be read: only earlier things, so that nothing reads itself.
  std::vector<Operand> operands;
  std::vector<NamedConstant> sets;
  std::vector<NamedConstant> parameters;
  std::vector<std::string> patterns;
  std::vector<std::string> defines;
  std::vector<std::string> toggles;
  // Strongest first.
  std::vector<std::string> outcomes;
  std::vector<std::string> groups;
  std::vector<std::string> reason_codes;
  std::vector<std::string> outputs;
  // Conditions of guards may read the decision.
  bool in_guard = false;

  void Add(Statement::File file, std::string text, bool fixed = false) {
    program.statements.push_back({file, std::move(text), fixed});
  }
  bool Chance(int percent) { return random.Chance(percent); }
  // One of these words.
  std::string_view Pick(std::initializer_list<std::string_view> words) {
    return words.begin()[random.Below(words.size())];
  }
  // Counts the construct and gives it back.
  std::string_view Counted(std::string_view what, std::string_view text) {
    coverage.Count(what);
    return text;
  }
};

// Joins clauses in any order, one a line.
std::string JoinClauses(Draft& draft, std::vector<std::string> clauses);

// A new reason code or one that is there already.
std::string ReasonCode(Draft& draft);

}  // namespace lq::test
