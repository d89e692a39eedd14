#include "tests/error_pages/example_package.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = "lead.lq";
constexpr const char* kPolicy = "inbound.lq";
constexpr const char* kTests = "inbound.test.lq";
constexpr const char* kSource = "crm_export.lq";

// A statement with its lines, or a clause of a rule.
struct Statement {
  // "field visits", "when": a statement takes the place of those with the same key.
  std::string key;
  std::string text;
};

bool Matches(const std::string& line, const char* pattern) {
  return std::regex_search(line, std::regex(pattern));
}

bool BeginsUnit(const std::string& line) {
  return Matches(line, "^(edition|schema|policy|library|source|tests for) ");
}

bool IsClause(const std::string& line) {
  return Matches(line, "^ *(choose|when|unless|overrides|reason|example)\\b");
}

bool IsSchemas(const std::string& line) {
  return Matches(line, "^(enum |derived |field [a-z_.]+ +is )");
}

bool IsTests(const std::string& line) {
  return Matches(line, "^(only )?(test|table) \"|^property |^cases ");
}

bool IsSources(const std::string& line) {
  return Matches(line, "^(gives|reports|format|missing|lead id|at from|each|ignore)\\b") ||
         Matches(line, "^field [a-z_.]+ +from ");
}

bool IsPolicys(const std::string& line) {
  return Matches(line,
                 "^(uses|owner|purpose|review|change|outcomes|toggle|define|score|fixture|rule"
                 "|rules|evidence|group|table|guard|output|languages|content|set|parameter|pattern"
                 "|lookup|policy)\\b");
}

bool BeginsStatement(const std::string& line) {
  return IsPolicys(line) || IsSchemas(line) || IsTests(line) || IsSources(line) ||
         (IsClause(line) && !line.starts_with(' '));
}

std::string KeyOf(const std::string& line) {
  std::istringstream words(line);
  std::string first;
  std::string second;
  words >> first >> second;
  const bool named = Matches(second, "^[a-z_.]+$") && first != "outcomes" && first != "languages" &&
                     first != "format" && !IsClause(line);
  return named ? first + " " + second : first;
}

// The statements of a block or file; what comes before the first one is a condition.
std::vector<Statement> StatementsOf(const std::string& text) {
  std::vector<Statement> statements;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (BeginsStatement(line) || BeginsUnit(line)) {
      statements.push_back({KeyOf(line), ""});
    } else if (statements.empty()) {
      statements.push_back({"when", ""});
      line = "when " + line;
    }
    statements.back().text += line + "\n";
  }
  return statements;
}

// What stands at the head of a policy, before everything else.
bool IsHead(const Statement& statement) {
  return Matches(statement.text, "^(uses|owner|purpose|review|change)\\b");
}

// Puts statements into a file of the context: the notes and imports of a policy below
// its name, others last.
void PutStatements(const std::vector<Statement>& added, std::string& file) {
  std::set<std::string> keys;
  std::string head;
  std::string body;
  for (const Statement& statement : added) {
    keys.insert(statement.key);
    (IsHead(statement) ? head : body) += statement.text;
  }
  std::string kept;
  for (const Statement& statement : StatementsOf(file)) {
    kept += keys.count(statement.key) != 0 ? "" : statement.text;
    kept += statement.key == "policy inbound" ? head : "";
  }
  file = kept + body;
}

// A rule with clauses in place of those of the context's rule.
Statement RuleWith(const std::vector<Statement>& clauses) {
  Statement rule{"rule shown", "rule shown\n"};
  std::set<std::string> given;
  for (const Statement& clause : clauses) {
    given.insert(clause.key);
  }
  for (const char* usual : {"choose nurture", "when visits at least 10", "reason SHOWN"}) {
    const std::string key = KeyOf(usual);
    rule.text += given.count(key) == 0 ? std::string("  ") + usual + "\n" : "";
    for (const Statement& clause : clauses) {
      rule.text += clause.key == key ? "  " + clause.text : "";
    }
  }
  return rule;
}

void PutBlock(const std::string& text, std::map<std::string, std::string>& files) {
  std::map<std::string, std::vector<Statement>> added;
  std::vector<Statement> clauses;
  for (const Statement& statement : StatementsOf(text)) {
    const std::string& line = statement.text;
    if (IsClause(line)) {
      clauses.push_back(statement);
    } else {
      added[IsSchemas(line)   ? kSchema
            : IsTests(line)   ? kTests
            : IsSources(line) ? kSource
                              : kPolicy]
          .push_back(statement);
    }
  }
  if (!clauses.empty()) {
    added[kPolicy].push_back(RuleWith(clauses));
  }
  for (const auto& [file, statements] : added) {
    PutStatements(statements, files[file]);
  }
}

// Whole units, each a file that bears its name. With `lead` among them they stand alone.
void PutUnits(const std::string& text, std::map<std::string, std::string>& files) {
  if (std::regex_search(text, std::regex("(^|\n)schema lead "))) {
    files.clear();
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\nedition ", at), text.size() - 1) + 1;
    const std::string unit = text.substr(at, end - at);
    std::smatch name;
    const bool named = std::regex_search(
        unit, name, std::regex("(?:^|\n)(?:schema|policy|library|source) ([a-z_]+)"));
    const bool tests = unit.find("\ntests for") != std::string::npos;
    files[tests ? kTests : named ? name[1].str() + ".lq" : "unit.lq"] = unit;
    at = end;
  }
}

// What a person types of what a console shows.
std::string CommandsOf(const std::string& text) {
  std::string commands;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    commands += line.starts_with("$ ") ? line.substr(2) + "\n" : "";
  }
  return commands;
}

std::string CommandFor(const std::map<std::string, std::string>& blocks) {
  if (blocks.count("leads.csv") != 0) {
    return "lq decide inbound.lq --source crm_export.lq --leads leads.csv";
  }
  if (blocks.count("leads.jsonl") != 0) {
    return "lq decide inbound.lq --leads leads.jsonl";
  }
  return blocks.count("lq.toml") != 0 ? "lq lint ." : "lq check .";
}

}  // namespace

ExamplePackage PackageOf(const std::vector<PageBlock>& blocks, const fs::path& context) {
  ExamplePackage package;
  for (const fs::directory_entry& entry : fs::directory_iterator(context)) {
    package.files[entry.path().filename().string()] = ReadWhole(entry.path());
  }
  std::map<std::string, std::string> named;
  for (const PageBlock& block : blocks) {
    if (block.language == "console") {
      package.command += CommandsOf(block.text);
    } else if (!block.file.empty()) {
      named[block.file] = block.text;
    } else if (BeginsUnit(block.text)) {
      PutUnits(block.text, package.files);
    } else {
      PutBlock(block.text, package.files);
    }
  }
  for (const auto& [name, text] : named) {
    package.files[name] = text;
  }
  package.command = package.command.empty() ? CommandFor(named) : package.command;
  for (const char* name : {kTests, kSource}) {
    const auto file = package.files.find(name);
    if (file != package.files.end() && package.command.find(name) == std::string::npos &&
        file->second == ReadWhole(context / name)) {
      package.files.erase(file);
    }
  }
  return package;
}

}  // namespace lq::test
