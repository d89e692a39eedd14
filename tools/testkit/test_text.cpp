#include "tools/testkit/test_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/diag/shown_line.h"
#include "compiler/explain/nearest.h"
#include "compiler/explain/trace_text.h"
#include "compiler/explain/words.h"

namespace lq::testkit {
namespace {

constexpr int kIndent = 6;

class FailureWriter {
 public:
  FailureWriter(const TestResult& result, const SourceMap& sources, TestRunner& runner, bool color)
      : result_(result),
        decision_(runner.last_decision()),
        explanation_(result.decided ? runner.ExplainLast(sources) : Explanation()),
        color_(color) {
    const std::string mark = color ? "\033[1;31m✗\033[0m" : "✗";
    out_ = fmt::format("{} {}  {}\n", mark, Printable(TitleOf(*result.test)),
                       explain::PlaceText(sources, result.test->span));
  }

  std::string Run() {
    for (const Mismatch& mismatch : result_.mismatches) {
      out_ += fmt::format("    expected {}\n    came     {}\n", Printable(mismatch.expected),
                          Printable(mismatch.came));
    }
    if (!result_.decided) {
      return std::move(out_);
    }
    if (decision_.status == Status::kRejected) {
      Errors();
    } else {
      NearestTo();
      Deciders();
    }
    Property();
    return std::move(out_);
  }

 private:
  void Errors() {
    for (const FieldError& error : decision_.errors) {
      out_ += fmt::format("    rejected: {}\n", Printable(error.message));
    }
  }

  // The lead that a property does not hold of, as a test to paste.
  void Property() {
    if (result_.property == nullptr) {
      return;
    }
    const PropertyResult& found = *result_.property;
    out_ += found.note.empty() ? "" : fmt::format("    {}\n", Printable(found.note));
    out_ += fmt::format("    found as random lead {} with `--seed {}`; as a test:\n\n", found.lead,
                        found.seed);
    for (std::size_t begin = 0; begin < found.text.size();) {
      const std::size_t end = std::min(found.text.find('\n', begin), found.text.size());
      out_ += Printable(found.text.substr(begin, end - begin)) + "\n";
      begin = end + 1;
    }
  }

  // The outcome that should have come, when the test names one.
  const std::string* Expected() const {
    const ir::Test& test = result_.property ? *result_.property->failing : *result_.test;
    for (const ir::Expectation& expectation : test.expectations) {
      const bool names = expectation.kind == ir::Expectation::Kind::kOutcome ||
                         expectation.kind == ir::Expectation::Kind::kProposed;
      if (names && !expectation.negated && expectation.names[0] != decision_.outcome) {
        return &expectation.names[0];
      }
    }
    return nullptr;
  }

  void NearestTo() {
    const std::string* expected = Expected();
    if (expected == nullptr) {
      return;
    }
    const RuleTrace* nearest = NearestRule(explanation_, *expected);
    if (nearest == nullptr) {
      return;
    }
    out_ += fmt::format("    nearest to {}: {}  {}\n", *expected, nearest->statement.title,
                        nearest->statement.place);
    AppendClauses(nearest->statement, {color_, kIndent}, out_);
    out_ += "      kept from it by";
    for (const TraceNode* node : WhatKeeps(nearest->statement)) {
      out_ += fmt::format("{} `{}`", out_.ends_with("by") ? "" : ",", Printable(node->words));
    }
    out_ += '\n';
  }

  // The rules that made the outcome what it is.
  void Deciders() {
    for (const RuleTrace& rule : explanation_.rules) {
      if (rule.state == RuleState::kChose) {
        out_ += fmt::format("    decided by {}  {}\n", rule.statement.title, rule.statement.place);
        AppendClauses(rule.statement, {color_, kIndent}, out_);
      }
    }
  }

  const TestResult& result_;
  const Decision& decision_;
  const Explanation explanation_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string TitleOf(const ir::Test& test) {
  switch (test.from) {
    case ir::Test::From::kTest:
    case ir::Test::From::kProperty:
      return test.title;
    case ir::Test::From::kTableRow:
    case ir::Test::From::kCase:
      return fmt::format("{}, row {}", test.title, test.number);
    case ir::Test::From::kExample:
      return fmt::format("rule {}, example {}", test.title, test.number);
  }
  return {};
}

std::string FailureText(const TestResult& result, const SourceMap& sources, TestRunner& runner,
                        bool color) {
  return FailureWriter(result, sources, runner, color).Run();
}

}  // namespace lq::testkit
