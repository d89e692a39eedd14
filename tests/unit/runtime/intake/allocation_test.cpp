#include <cstdlib>
#include <new>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/intake/lead_reader.h"
#include "runtime/intake/verdict_reader.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace {

std::size_t allocations = 0;

void* Allocate(std::size_t bytes) {
  ++allocations;
  if (void* const memory = std::malloc(bytes == 0 ? 1 : bytes))
    return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t bytes) { return Allocate(bytes); }
void* operator new[](std::size_t bytes) { return Allocate(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(bytes == 0 ? 1 : bytes);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace lq::test {
namespace {

// Leads that are accepted, over every type and form.
constexpr std::string_view kLeads[] = {
    R"({"$id":"L-17","y":true,"e":"Rouge","shade":"DARK","t":"äöü","n":12,"d":"1.25","p":"80%"})",
    R"({"m":{"amount":"5999.99","currency":"EUR"},"yen":5000,
        "day":"2026-07-01","at":"2026-07-01T10:00:00Z"})",
    R"({"mail":"Ana@FIRM.example","site":"Firm.EXAMPLE","tel":"+49 (30) 123-45.67","cc":"DE","cur":"EUR"})",
    R"({"es":["red","green"],"ts":["a","b\u0301"],"langs":["en"],"t":"e\u0301\n"})",
    R"({"n":{"one_of":[3,2,1]},"d":{"from":"1.25"},"cc":{"one_of":["DE","AT"]},
        "es":{"one_of":[["red"],[]]}})",
    R"({"company":{"size":{"reports":[{"value":240,"source":"crm","at":"2026-07-01T10:00:00Z"},
        {"value":{"from":51,"to":200},"source":"form"}]},"hq":{"city":"Graz"}}})",
    R"({"trusted":{"reports":[{"value":{"one_of":[1,2]},"source":"form"},{"value":"","source":"crm"}]},
        "lax":101,"group":{"lax":{"reports":[{"value":"x","source":"form"}]}}})",
    R"({"unknown":{"a":[1,2,{"b":"c\u0041"}],"d\u0041":null},"company":null,"n":null})",
};

TEST(Allocation, NoneAfterWarmUp) {
  const plan::LeadSchema schema = RichSchema();
  LeadReader reader(schema);
  std::vector<Lead> leads(std::size(kLeads));
  const auto read_all = [&] {
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < leads.size(); ++i)
      accepted += reader.Read(kLeads[i], kAsOf, leads[i]) ? 1 : 0;
    return accepted;
  };
  ASSERT_EQ(read_all(), leads.size());
  const std::size_t before = allocations;
  ASSERT_GT(before, 0U);
  for (int round = 0; round < 10; ++round)
    read_all();
  EXPECT_EQ(allocations - before, 0U);
}

TEST(Allocation, NoneForVerdictsAfterWarmUp) {
  const plan::LeadSchema schema = RichSchema();
  VerdictReader reader(schema);
  Lead lead;
  std::size_t rows = 0;
  const auto read_all = [&] {
    for (const std::string_view json : kLeads)
      rows += reader.Read(json, kAsOf, lead) != nullptr ? 1 : 0;
    constexpr std::string_view kPlain =
        R"({"e":"red","n":12,"ts":["a"],"mail":"ana@firm.example"})";
    rows += reader.Read(kPlain, kAsOf, lead) != nullptr ? 1 : 0;
  };
  read_all();
  EXPECT_GT(rows, 0U);
  const std::size_t before = allocations;
  for (int round = 0; round < 10; ++round)
    read_all();
  EXPECT_EQ(allocations - before, 0U);
}

}  // namespace
}  // namespace lq::test
