#include "runtime/batch/batch.h"

#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

#include <gtest/gtest.h>

#include "compiler/include/lq/compile.h"
#include "runtime/batch/export_columns.h"
#include "runtime/intake/lead_reader.h"
#include "tests/support/columns/decision_rows.h"
#include "tests/support/columns/exported.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/package/memory_files.h"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

// Counts what the whole test program allocates. Where they are written into other functions, GCC
// takes the one for a mismatch of the other.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size))
    return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace lq {
namespace {

using batch::OutColumn;
using Layout = OutColumn::Layout;

constexpr const char* kPolicy = R"(edition 2026
policy seats version 3
uses schema lead
outcomes strongest first
  call needs 70%, nurture
  otherwise nurture weakly because NO_FIT
  undecided becomes ask_lead
  doubtful becomes review
score fit from 0 to 100
  begins at 10
  add 40 when seats at least 20 because FIT_SEATS
table size gives one of size_kind
  | seats | size |
  | at least 100 | large |
  otherwise small
enum size_kind of small, large
rule many
  choose call strongly
  when seats at least 20
  reason MANY_SEATS
rule home
  choose call fairly
  when country in [DE, AT]
  reason HOME
evidence tagged supports call by 2 points
  when tags has any of ["demo"]
  reason TAGGED
guard small_budget
  when budget less than 100 EUR
  never
  reason SMALL_BUDGET
content greeting EN "Hello {name else 'there'}."
output fee, greeting, site, size
)";

constexpr const char* kSchema = R"(edition 2026
schema lead version 1
field email is email required
field name is text optional
field seats is integer from 0 to 10000 optional
field budget is money EUR from 0 to 10000000 optional
field country is country optional
field tags is list of text at most 4 optional
derived site is domain of email
derived fee is 10% of budget rounding half_even
)";

std::shared_ptr<const plan::Plan> MakeSeatsPlan() {
  test::MemoryFiles files;
  files.Add("lead.lq", kSchema);
  files.Add("policy.lq", kPolicy);
  const auto compilation = Compile(files, "policy.lq");
  return compilation->program == nullptr ? nullptr : MakePlan(*compilation->program);
}

// Leads whose rows are cycled through a few values.
class Leads {
 public:
  explicit Leads(std::int64_t rows) {
    OutColumn& ids = root_.AddChild(OutColumn::Int64("$id"));
    OutColumn& emails = root_.AddChild(OutColumn::Text("email"));
    OutColumn& names = root_.AddChild(OutColumn::Text("name"));
    OutColumn& seats = root_.AddChild(OutColumn::Int64("seats"));
    OutColumn& budgets = root_.AddChild(OutColumn::Text("budget:json"));
    OutColumn& countries = root_.AddChild(OutColumn::Dictionary("country", OutColumn::Text("")));
    OutColumn& tags = root_.AddChild(OutColumn::List("tags", OutColumn::Text("item")));
    for (const char* const code : {"DE", "AT", "FR"})
      countries.dictionary()->AppendText(code);
    for (std::int64_t row = 0; row < rows; ++row) {
      ids.AppendNumber(row);
      emails.AppendText("ana" + std::to_string(row % 7) + "@Firm.example");
      names.AppendText(row % 2 == 0 ? "Ana" : "Zo\xC3\xAB");
      seats.AppendNumber(row % 200);
      budgets.AppendText(row % 5 == 0 ? R"({"from":50,"to":5000})" : "8000");
      countries.AppendNumber(row % 3);
      if (row % 4 == 0)
        tags.items().AppendText("demo");
      tags.EndList();
      root_.EndStruct();
    }
  }

  void Export(test::Exported& exported) {
    batch::ExportSchema(root_, exported.types);
    export_.Export(root_, exported.array, [] {});
  }

 private:
  OutColumn root_{"", "+s", Layout::kStruct};
  batch::ColumnExport export_;
};

class Batches : public testing::Test {
 protected:
  void SetUp() override {
    const std::shared_ptr<const plan::Plan> plan = MakeSeatsPlan();
    ASSERT_NE(plan, nullptr);
    engine_ = std::make_unique<Engine>(plan);
    leads_.Export(in_);
  }

  static constexpr std::int64_t kRows = 3000;

  std::unique_ptr<Engine> engine_;
  Leads leads_{kRows};
  test::Exported in_;
  std::string problem_;
};

TEST_F(Batches, TellsADecisionARow) {
  BatchDecider decider(*engine_);
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem_)) << problem_;
  test::Exported out;
  decider.ExportSchema(out.types);
  decider.Export(out.array);
  ASSERT_EQ(out.array.length, kRows);
  EXPECT_EQ(
      test::PrintedRow(out.types, out.array, 1),
      R"({"lead":"1","status":"doubtful","outcome":"review","proposed":"call","confidence":670,)"
      R"("ceiling":670,"tension":0,"rule":"rule home","text":null,"reasons":["HOME"],)"
      R"("could_become":[],"held_by":["needs"],"ask":[],"scores":{"fit":{"low":10,"high":10}},)"
      R"("outputs":{"fee":800.00,"fee:json":null,"greeting":"Hello Zoë.","greeting:json":null,)"
      R"("site":"firm.example","site:json":null,"size":"small","size:json":null},"errors":[]})");
  EXPECT_EQ(
      test::PrintedRow(out.types, out.array, 0),
      R"({"lead":"0","status":"doubtful","outcome":"review","proposed":"call","confidence":763,)"
      R"("ceiling":763,"tension":0,"rule":"rule home","text":null,)"
      R"("reasons":["HOME","TAGGED","SMALL_BUDGET"],"could_become":[],)"
      R"("held_by":["guard small_budget"],"ask":["budget"],"scores":{"fit":{"low":10,"high":10}},)"
      R"("outputs":{"fee":null,"fee:json":"{\"from\":{\"amount\":\"5.00\",\"currency\":\"EUR\"},)"
      R"(\"to\":{\"amount\":\"500.00\",\"currency\":\"EUR\"}}","greeting":"Hello Ana.",)"
      R"("greeting:json":null,"site":"firm.example","site:json":null,"size":"small",)"
      R"("size:json":null},"errors":[]})");
}

TEST_F(Batches, NumbersAndNamesForPrograms) {
  BatchDecider decider(*engine_);
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_)) << problem_;
  const batch::DecisionColumns& decisions = decider.decisions();
  ASSERT_EQ(decisions.rows(), kRows);
  EXPECT_EQ(decisions.head().outcomes().names(),
            (std::vector<std::string>{"call", "nurture", "ask_lead", "review"}));
  EXPECT_EQ(decisions.head().statuses()[1], static_cast<std::int8_t>(Status::kDoubtful));
  EXPECT_EQ(decisions.head().confidences().size(), static_cast<std::size_t>(kRows));
  std::string codes;
  for (const std::uint32_t code : decisions.reasons(1))
    codes += decisions.reason_codes()[code] + " ";
  EXPECT_EQ(codes, "HOME ");
}

TEST_F(Batches, ReasonsAsLists) {
  BatchDecider decider(*engine_, batch::ReasonForm::kLists);
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_)) << problem_;
  test::Exported out;
  decider.ExportSchema(out.types);
  decider.Export(out.array);
  EXPECT_NE(test::PrintedRow(out.types, out.array, 1).find(R"("reasons":["HOME"])"),
            std::string::npos);
}

TEST_F(Batches, AllocateNothingOnceWarm) {
  BatchDecider decider(*engine_);
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  for (int round = 0; round < 3; ++round)
    ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem_));
  const std::size_t before = allocations;
  for (int round = 0; round < 3; ++round)
    decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem_);
  EXPECT_EQ(allocations - before, 0U);
}

TEST_F(Batches, JudgingAllocatesNothingOnceWarm) {
  BatchDecider judge(*engine_);
  ASSERT_TRUE(judge.Bind(in_.types, problem_)) << problem_;
  for (int round = 0; round < 3; ++round)
    ASSERT_TRUE(judge.Judge(in_.array, {test::kAsOf, {}, {}}, problem_));
  const std::size_t before = allocations;
  for (int round = 0; round < 3; ++round)
    judge.Judge(in_.array, {test::kAsOf, {}, {}}, problem_);
  EXPECT_EQ(allocations - before, 0U);
  EXPECT_EQ(judge.verdicts().rows(), kRows);
  ASSERT_EQ(judge.verdicts().fired(1).size(), 1U);
  EXPECT_EQ(judge.verdicts().rule_names()[judge.verdicts().fired(1)[0]], "rule home");
}

// What is handed over comes back when it is released, and holds no allocation a row.
TEST_F(Batches, ReleasedDecisionsAreUsedAgain) {
  BatchDecider decider(*engine_);
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  const auto round = [&] {
    test::Exported out;
    decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem_);
    decider.Export(out.array);
  };
  for (int i = 0; i < 4; ++i)
    round();
  const std::size_t before = allocations;
  round();
  EXPECT_LT(allocations - before, 10U);
}

TEST_F(Batches, DecisionsOutliveWhoMadeThem) {
  test::Exported first;
  test::Exported second;
  std::string expected;
  {
    BatchDecider decider(*engine_);
    ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
    ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem_));
    decider.ExportSchema(first.types);
    decider.Export(first.array);
    expected = test::PrintedRow(first.types, first.array, 7);
    ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem_));
    decider.Export(second.array);
  }
  EXPECT_EQ(test::PrintedRow(first.types, first.array, 7), expected);
  std::thread([&] { second.array.release(&second.array); }).join();
  EXPECT_EQ(test::PrintedRow(first.types, first.array, 7), expected);
}

// Each with a decider of its own, over one engine and one batch.
TEST_F(Batches, ThreadsDecideAlike) {
  const auto decide = [&](std::string& rows) {
    BatchDecider decider(*engine_);
    test::Exported out;
    std::string problem;
    decider.Bind(in_.types, problem);
    decider.Decide(in_.array, {test::kAsOf, {}, "EN"}, problem);
    decider.ExportSchema(out.types);
    decider.Export(out.array);
    for (std::int64_t row = 0; row < out.array.length; ++row)
      rows += test::PrintedRow(out.types, out.array, row);
  };
  std::string expected;
  decide(expected);
  std::vector<std::string> rows(4);
  std::vector<std::thread> threads;
  for (std::string& one : rows)
    threads.emplace_back([&decide, &one] { decide(one); });
  for (std::thread& thread : threads)
    thread.join();
  for (const std::string& one : rows)
    EXPECT_EQ(one, expected);
}

// A consumer may take one column and release the rest.
TEST_F(Batches, AColumnCanBeMovedOut) {
  BatchDecider decider(*engine_);
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_));
  test::Exported column;
  {
    test::Exported out;
    decider.ExportSchema(out.types);
    decider.Export(out.array);
    column.types = *out.types.children[2];
    column.array = *out.array.children[2];
    out.types.children[2]->release = nullptr;
    out.array.children[2]->release = nullptr;
  }
  ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_));
  EXPECT_EQ(std::string(column.types.name), "outcome");
  EXPECT_EQ(test::PrintedRow(column.types, column.array, 1), "\"review\"");
}

TEST_F(Batches, ABrokenBatchLeavesNoDecisions) {
  BatchDecider decider(*engine_);
  EXPECT_FALSE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_));
  EXPECT_EQ(problem_, "no columns are bound; bind the schema of the batches first");
  ASSERT_TRUE(decider.Bind(in_.types, problem_)) << problem_;
  ASSERT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_));
  in_.array.children[3]->length = 2000;
  EXPECT_FALSE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_));
  EXPECT_EQ(problem_,
            "column `seats` has 2000 rows, but the batch needs 3000; its array is broken");
  EXPECT_EQ(decider.decisions().rows(), 0);
  in_.array.children[3]->length = kRows;
  EXPECT_TRUE(decider.Decide(in_.array, {test::kAsOf, {}, {}}, problem_)) << problem_;
  EXPECT_EQ(decider.decisions().rows(), kRows);
}

}  // namespace
}  // namespace lq
