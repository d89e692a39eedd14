#include "compiler/explain/trace_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diag/shown_line.h"

namespace lq {
namespace {

// What a comparison saw begins here, or behind it when it is longer.
constexpr std::size_t kSeenColumn = 46;

std::string_view Mark(Answer answer) {
  switch (answer) {
    case Answer::kHolds:
      return "✓";
    case Answer::kDoesNotHold:
      return "✗";
    case Answer::kCannotTell:
      return "?";
  }
  return "";
}

std::string_view Paint(Answer answer) {
  switch (answer) {
    case Answer::kHolds:
      return "\033[32m";
    case Answer::kDoesNotHold:
      return "\033[31m";
    case Answer::kCannotTell:
      return "\033[33m";
  }
  return "";
}

std::string NodeWords(const TraceNode& node) {
  switch (node.kind) {
    case TraceNode::Kind::kComparison:
    case TraceNode::Kind::kDefine:
      return Printable(node.words);
    case TraceNode::Kind::kAll:
      return "all of";
    case TraceNode::Kind::kAny:
      return "any of";
    case TraceNode::Kind::kNot:
      return "not";
  }
  return "";
}

class Writer {
 public:
  Writer(const TraceTextOptions& options, std::string& out) : options_(options), out_(out) {}

  // The parts of a `when` that is one and-list need no line above them.
  void Clause(const TraceClause& clause) {
    Line(0, clause.keyword);
    const bool plain = clause.node.kind == TraceNode::Kind::kAll && !clause.node.told_together;
    if (!plain) {
      return Node(clause.node, 1);
    }
    for (const TraceNode& part : clause.node.parts) {
      Node(part, 1);
    }
    if (clause.node.parts.empty()) {
      Line(1, "always");
    }
  }

 private:
  void Line(int depth, std::string_view text) {
    out_.append(static_cast<std::size_t>(options_.indent + 2 * depth), ' ');
    out_.append(text).push_back('\n');
  }

  void Node(const TraceNode& node, int depth) {
    const std::string words = NodeWords(node);
    const std::string mark = options_.color
                                 ? fmt::format("{}{}\033[0m", Paint(node.answer), Mark(node.answer))
                                 : std::string(Mark(node.answer));
    std::string line = fmt::format("{} {}", mark, words);
    const std::string seen = node.told_together ? "told together, value by value" : SeenText(node);
    if (!seen.empty()) {
      const std::size_t width =
          static_cast<std::size_t>(options_.indent + 2 * depth) + 2 + PrintedWidth(words);
      line.append(std::max<std::size_t>(kSeenColumn, width + 2) - width, ' ').append(seen);
    }
    Line(depth, line);
    for (const TraceNode& part : node.parts) {
      Node(part, depth + 1);
    }
  }

  const TraceTextOptions& options_;
  std::string& out_;
};

}  // namespace

std::string_view AnswerText(Answer answer) {
  switch (answer) {
    case Answer::kHolds:
      return "holds";
    case Answer::kDoesNotHold:
      return "does not hold";
    case Answer::kCannotTell:
      return "cannot tell";
  }
  return "";
}

std::string SeenText(const TraceNode& node) {
  std::string text;
  for (const SeenValue& seen : node.saw) {
    text += fmt::format("{}{} is {}", text.empty() ? "" : "; ", seen.name, seen.value);
    if (!seen.note.empty()) {
      text += fmt::format(" ({})", seen.note);
    }
  }
  return Printable(text);
}

void AppendClauses(const StatementTrace& statement, const TraceTextOptions& options,
                   std::string& out) {
  Writer writer(options, out);
  for (const TraceClause& clause : statement.clauses) {
    writer.Clause(clause);
  }
}

}  // namespace lq
