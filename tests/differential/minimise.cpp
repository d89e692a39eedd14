#include "tests/differential/minimise.h"

#include <algorithm>

namespace lq::test {
namespace {

using Predicate = std::function<bool(const GeneratedProgram&)>;

bool DropStatements(GeneratedProgram& program, const Predicate& still_fails) {
  bool dropped = false;
  for (std::size_t i = program.statements.size(); i-- > 0;) {
    if (program.statements[i].fixed) {
      continue;
    }
    GeneratedProgram smaller = program;
    smaller.statements.erase(smaller.statements.begin() + static_cast<std::ptrdiff_t>(i));
    if (still_fails(smaller)) {
      program = std::move(smaller);
      dropped = true;
    }
  }
  return dropped;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string WithoutLine(const std::string& text, std::size_t line) {
  std::vector<std::string> lines = LinesOf(text);
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line));
  std::string out;
  for (const std::string& kept : lines) {
    out += kept + "\n";
  }
  return out;
}

// Clauses and rows: each but a statement's first line.
bool DropLines(GeneratedProgram& program, const Predicate& still_fails) {
  bool dropped = false;
  for (std::size_t i = 0; i < program.statements.size(); ++i) {
    for (std::size_t line = LinesOf(program.statements[i].text).size(); line-- > 1;) {
      GeneratedProgram smaller = program;
      smaller.statements[i].text = WithoutLine(program.statements[i].text, line);
      if (still_fails(smaller)) {
        program = std::move(smaller);
        dropped = true;
      }
    }
  }
  return dropped;
}

}  // namespace

bool Minimise(GeneratedProgram& program, const Predicate& still_fails) {
  const bool statements = DropStatements(program, still_fails);
  return DropLines(program, still_fails) || statements;
}

}  // namespace lq::test
