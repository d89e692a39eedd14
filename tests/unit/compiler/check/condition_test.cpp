#include <gtest/gtest.h>

#include "compiler/ir/program.h"
#include "tests/support/package/memory_files.h"

namespace lq::check {
namespace {

constexpr std::string_view kLead = R"(edition 2026
schema lead version 1
enum role_kind of student, user, de
enum other_kind of student, gold
field role     is one of role_kind                  optional
field other    is one of other_kind                 optional
field demo     is yes_no                            optional
field visits   is integer from 0 to 100             optional
field budget   is money EUR from 0 to 1000          optional
field rating   is decimal 2 places from 0 to 5      optional
field country  is country                           optional
field spoken   is language                          optional
field first    is date                              optional
field owner    is text                              optional
field today    is text                              optional
field tags     is list of role_kind at most 3       optional
)";

constexpr std::string_view kPolicy = R"(edition 2026
policy p version 1
uses schema lead
outcomes strongest first
  a, b
  otherwise b
  undecided becomes c
  doubtful becomes d
set home is [DE, FR]
set beginners is [student]
parameter limit is 3
parameter who is student
define keen when visits at least limit
rule r
  choose a
  reason R
  when )";

std::unique_ptr<Compilation> CompileCondition(std::string_view condition) {
  test::MemoryFiles files;
  files.Add("lead.lq", std::string(kLead));
  files.Add("p.lq", std::string(kPolicy) + std::string(condition) + "\n");
  return Compile(files, "p.lq");
}

// "ok", or the codes of all messages.
std::string Codes(std::string_view condition) {
  const std::unique_ptr<Compilation> compiled = CompileCondition(condition);
  std::string codes;
  for (const Diagnostic& diagnostic : compiled->diagnostics.all()) {
    codes += (codes.empty() ? "" : " ") + CodeText(diagnostic.kind);
  }
  return codes.empty() ? "ok" : codes;
}

TEST(Condition, WhatMayBeCompared) {
  constexpr std::string_view kGood[] = {
      "keen and not keen",
      "role is student or other is student",
      "role in beginners and other in beginners",
      "role is who and other is who",
      "student is role",
      "country in home and spoken in home",
      "visits at least limit and rating at least limit",
      "3 at most visits",
      "limit at most rating",
      "days since first at most 30 days",
      "lead.owner is \"ana\" and lead.today is \"x\"",
      "first before today",
      "tags has any of beginners",
      "rating is 1.5 and rating is 1",
      "visits is 2.0",
  };
  for (const std::string_view condition : kGood)
    EXPECT_EQ(Codes(condition), "ok") << condition;
}

TEST(Condition, OneMistakeIsOneMessage) {
  struct Row {
    std::string_view condition;
    std::string_view codes;
  };
  constexpr Row kRows[] = {
      {"rol is student", "LQ0201"},
      {"rol is student or rol is user", "LQ0201"},
      {"role is studnt", "LQ0402"},
      {"role is student or user", "LQ0418"},
      {"budget at least 5 USD", "LQ0412"},
      {"budget at least 5", "LQ0401"},
      {"budget at least 5.001 EUR", "LQ0405"},
      {"visits at least 101", "LQ0407"},
      {"demo", "LQ0415"},
      {"keen is yes", "LQ0416"},
      {"first at least 2026-01-01", "LQ0417"},
      {"outcome is a", "LQ0206"},
      {"country in [DE, XX]", "LQ0403"},
      {"visits in [1, visits]", "LQ0408"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(Codes(row.condition), row.codes) << row.condition;
}

TEST(Condition, AConstantOnTheLeftIsTurnedAround) {
  const std::unique_ptr<Compilation> compiled = CompileCondition("3 less than visits");
  ASSERT_NE(compiled->program, nullptr);
  const ir::Program& program = *compiled->program;
  const ir::Cond& test = program.conds[program.rules.front().when];
  EXPECT_EQ(test.test, ir::TestOp::kMoreThan);
  EXPECT_EQ(program.exprs[test.left].op, ir::ExprOp::kField);
  EXPECT_EQ(program.exprs[test.right.front()].value.number(), 3);
}

}  // namespace
}  // namespace lq::check
