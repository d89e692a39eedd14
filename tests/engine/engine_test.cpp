#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

#include <gtest/gtest.h>

#include "compiler/include/lq/compile.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/record/decision_json.h"
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

constexpr const char* kSchema = R"(edition 2026
schema lead version 1
enum role_kind of student, user, decision_maker
field email is email required identifies
field country is country optional
field visits is integer from 0 to 10000 optional
field budget is money EUR from 0 to 10000000 optional
  sources crm, form
  if sources disagree keep both
  stale after 30 days
field role is one of role_kind optional
field title is text optional
field seen is date optional
field tags is list of text at most 4 optional
derived site is domain of email
derived idle is days since seen
)";

constexpr const char* kPolicy = R"(edition 2026
policy rich version 1
uses schema lead
outcomes strongest first
  refuse needs 90%, call needs 70%, nurture
  otherwise nurture weakly because NO_FIT
  undecided becomes ask_lead
  doubtful becomes review
enum size_kind of small, large
enum team_kind of north, south
toggle strict default on
set home is [DE, AT]
parameter floor is 5000 EUR, 6000 EUR from 2026-07-01
define rich_enough when strict is off or budget at least floor
score fit from 0 to 100
  begins at 10
  add 40 when budget at least 5000 EUR because FIT_BUDGET
  add 20 when country in home because FIT_HOME
  subtract 30 when role is student because FIT_STUDENT
table size gives one of size_kind
  | visits | size |
  | at least 100 | large |
  otherwise small
lookup team from "teams.csv" key country gives one of team_kind otherwise south
rule fits
  choose call fairly
  when rich_enough and (country in home or team is north) and idle at most 400
  reason FITS
rule title
  choose call strongly
  when title contains any of ["chief", "head"] ignoring case or title matches /vp .*/
  reason TITLE
rule rival
  choose refuse decisively
  when site is "rival.example"
  overrides fits, title
  reason RIVAL
rules table by_size hit first
  | country | visits | choose | strength | reason |
  | in home | at least 50 | call | strongly | BIG_HOME |
  | in home | any | nurture | fairly | SMALL_HOME |
evidence role supports call strongly
  when role is decision_maker
  reason DECIDER
  otherwise weakens weakly because NO_DECIDER
evidence keen supports call by 3 points
  when size is large
  within intent
  reason KEEN
evidence tagged supports call by 2 points
  when tags has any of ["demo", "price"]
  within intent
  reason TAGGED
group intent at most 4 points
guard high_fit
  when fit at least 60 and outcome is nurture
  needs 95%
  reason HIGH_FIT
guard contradictory
  when tension at least 2 points
  never
  reason CONTRADICTORY
content greeting EN "Hello {title else 'there'}, {visits else 'some'} visits."
output size, team, site, idle, greeting
)";

constexpr const char* kLeads[] = {
    R"({"email":"ana@firm.example","country":"DE","visits":60,"budget":8000,"role":"decision_maker",)"
    R"("title":"Head of Sales","seen":"2026-07-01","tags":["demo"]})",
    R"({"email":"bo@rival.example"})",
    R"({"email":"cy@firm.example","country":{"one_of":["DE","FR"]},"visits":{"from":20,"to":200}})",
    R"({"email":"di@firm.example","budget":{"reports":[{"value":4000,"source":"crm"},)"
    R"({"value":7000,"source":"form","at":"2026-07-20T00:00:00Z"}]},"role":"student"})",
    R"({"email":"ed@firm.example","title":"vp of things","visits":5,"country":"AT","seen":"2020-01-01"})",
};

// 2026-08-01.
constexpr std::int64_t kAsOf = 1'785'542'400'000;

std::shared_ptr<const plan::Plan> MakeRichPlan() {
  test::MemoryFiles files;
  files.Add("lead.lq", kSchema);
  files.Add("policy.lq", kPolicy);
  files.Add("teams.csv", "country,team\nDE,north\nAT,south\n");
  const auto compilation = Compile(files, "policy.lq");
  return compilation->program == nullptr ? nullptr : MakePlan(*compilation->program);
}

// Every lead decided in turn, with texts, as one text.
std::string DecideAll(const Engine& engine, int rounds) {
  LeadReader reader(engine.plan().schema);
  Decider decider(engine);
  Lead lead;
  Decision decision;
  std::string json;
  for (int round = 0; round < rounds; ++round) {
    for (const char* text : kLeads) {
      reader.Read(text, kAsOf, lead);
      decider.Decide(lead, {kAsOf, {}, "EN"}, decision);
      AppendJson(decision, json);
      json += '\n';
    }
  }
  return json;
}

TEST(Engine, AllocatesNothingOnceWarm) {
  const std::shared_ptr<const plan::Plan> plan = MakeRichPlan();
  ASSERT_NE(plan, nullptr);
  const Engine engine(plan);
  LeadReader reader(plan->schema);
  Decider decider(engine);
  std::vector<Lead> leads(std::size(kLeads));
  for (std::size_t i = 0; i < leads.size(); ++i)
    ASSERT_TRUE(reader.Read(kLeads[i], kAsOf, leads[i]));
  Decision decision;
  for (int round = 0; round < 3; ++round) {
    for (const Lead& lead : leads)
      decider.Decide(lead, {kAsOf, {}, "EN"}, decision);
  }
  const std::size_t before = allocations;
  for (int round = 0; round < 100; ++round) {
    for (const Lead& lead : leads)
      decider.Decide(lead, {kAsOf, {}, "EN"}, decision);
  }
  EXPECT_EQ(allocations - before, 0u);
}

TEST(Engine, DecidesTheSameOnAnyNumberOfThreads) {
  const std::shared_ptr<const plan::Plan> plan = MakeRichPlan();
  ASSERT_NE(plan, nullptr);
  const Engine engine(plan);
  const std::string expected = DecideAll(engine, 40);
  for (const std::size_t count : {2, 8}) {
    std::vector<std::string> results(count);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&engine, &result] { result = DecideAll(engine, 40); });
    }
    for (std::thread& thread : threads)
      thread.join();
    for (const std::string& result : results)
      EXPECT_EQ(result, expected);
  }
}

TEST(Engine, AParameterFollowsTheDayOfTheDecision) {
  const std::shared_ptr<const plan::Plan> plan = MakeRichPlan();
  ASSERT_NE(plan, nullptr);
  const Engine engine(plan);
  LeadReader reader(plan->schema);
  Decider decider(engine);
  Decision decision;
  const auto outcome = [&](std::int64_t as_of) {
    Lead lead;
    reader.Read(
        R"({"email":"a@b.example","country":"DE","visits":1,"budget":5500,"seen":"2026-06-01","title":"x",)"
        R"("role":"decision_maker","tags":[]})",
        as_of, lead);
    decider.Decide(lead, {as_of, {}, {}}, decision);
    return std::string(decision.proposed);
  };
  constexpr std::int64_t kDay = 86'400'000;
  const std::int64_t july_first = kAsOf - 31 * kDay;
  EXPECT_EQ(outcome(july_first - 1), "call");
  EXPECT_EQ(outcome(july_first), "nurture");
  EXPECT_EQ(outcome(july_first - kDay), "call");
}

}  // namespace
}  // namespace lq
