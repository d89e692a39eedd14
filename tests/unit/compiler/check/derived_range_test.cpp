#include <gtest/gtest.h>

#include "compiler/check/check_type.h"
#include "compiler/diag/render.h"
#include "tests/support/package/memory_files.h"

namespace lq::check {
namespace {

constexpr std::string_view kLead = R"(edition 2026
schema lead version 1
field n       is integer from -3 to 10            required
field m       is integer from 0 to 7              required
field wide    is integer from -4611686018427387903 to 4611686018427387903 required
field rating  is decimal 1 places from 0 to 5     required
field budget  is money EUR from 0 to 1000         required
field share   is percent                          required
field first   is date                             required
field title   is text at most 40                  required
)";

constexpr std::string_view kPolicy = R"(edition 2026
policy p version 1
uses schema lead
parameter k is 2, 5 from 2026-01-01
outcomes strongest first
  a, b
  otherwise b
  undecided becomes c
  doubtful becomes d
rule r
  choose a
  when n at least 1
  reason R
)";

struct Row {
  std::string_view expression;
  // Its type and range; the code of the message when it is wrong.
  std::string_view expected;
};

std::string TypeOf(std::string_view expression) {
  test::MemoryFiles files;
  files.Add("lead.lq", std::string(kLead));
  files.Add("p.lq", std::string(kPolicy) + "derived x is " + std::string(expression) + "\n");
  const std::unique_ptr<Compilation> compiled = Compile(files, "p.lq");
  if (compiled->program == nullptr)
    return CodeText(compiled->diagnostics.all().front().kind);
  const ir::Program& program = *compiled->program;
  return TypeWithRange(program.exprs[program.derived.front().value].type);
}

TEST(DerivedRange, IsExact) {
  constexpr Row kRows[] = {
      {"n plus m", "an integer from -3 to 17"},
      {"n minus m", "an integer from -10 to 10"},
      {"n plus 1 minus m", "an integer from -9 to 11"},
      {"1 plus n", "an integer from -2 to 11"},
      {"n plus m times 2", "an integer from -3 to 24"},
      {"(n plus m) times 2", "an integer from -6 to 34"},
      {"2 times n", "an integer from -6 to 20"},
      {"n times -2", "an integer from -20 to 6"},
      {"n times k", "an integer from -15 to 50"},
      {"n divided by k rounding down", "an integer from -1 to 5"},
      {"n divided by 2 rounding up", "an integer from -2 to 5"},
      {"n divided by 0.5 rounding down", "an integer from -6 to 20"},
      // The least of 64 bits has no negative, so that nothing reaches it.
      {"wide plus wide minus 1", "an integer from -9223372036854775807 to 9223372036854775805"},
      {"wide plus wide minus 2", "LQ0409"},
      {"10% of budget rounding half_even", "money EUR from 0.00 EUR to 100.00 EUR"},
      {"budget times 2.0", "LQ0410"},
      {"budget plus 1", "LQ0401"},
      {"rating plus 1", "a decimal with 1 place from 1.0 to 6.0"},
      {"rating plus n", "LQ0401"},
      {"n divided by m rounding down", "LQ0408"},
      {"n divided by 0 rounding down", "LQ0411"},
      {"n divided by 2", "LQ0410"},
      {"first plus 30", "LQ0424"},
      {"prefix(title, 2)", "text"},
      {"y", "LQ0201"},
      {"x", "LQ0205"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(TypeOf(row.expression), row.expected) << row.expression;
}

TEST(DerivedRange, ChainsOfThousandsOfTermsAreChecked) {
  std::string chain = "n";
  for (int i = 0; i < 4000; ++i)
    chain += " plus 1";
  EXPECT_EQ(TypeOf(chain), "an integer from 3997 to 4010");
}

}  // namespace
}  // namespace lq::check
