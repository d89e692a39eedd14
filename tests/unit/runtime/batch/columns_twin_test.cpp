#include <random>

#include <gtest/gtest.h>

#include "runtime/batch/batch_reader.h"
#include "runtime/batch/column_binding.h"
#include "runtime/intake/lead_reader.h"
#include "tests/support/columns/lead_columns.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::test {
namespace {

// What may be said of a field, whatever its type: right for one of them, odd or wrong for others.
constexpr std::string_view kValues[] = {
    "true",
    "false",
    R"("yes")",
    R"("no")",
    R"("Yes")",
    R"("")",
    R"("red")",
    R"("Rouge")",
    R"("DARK")",
    R"("purple")",
    R"("abc")",
    R"("a\"b\\c\n")",
    "\"\xC3\xA4\xC3\xB6\xC3\xBC\"",
    R"("e\u0301e\u0301")",
    R"("nul\u0000")",
    R"("a text that is too long")",
    "0",
    "1",
    "-1",
    "12",
    "12.5",
    "12.50",
    "12.345",
    "100.01",
    "127",
    "200",
    "10001",
    "5000000",
    "-5",
    R"("12.5")",
    R"("80%")",
    R"("80.123%")",
    R"("12")",
    R"("2026-07-01")",
    R"("2024-02-29")",
    R"("2025-02-29")",
    R"("0001-01-01")",
    R"("9999-12-31")",
    R"("2026-07-01T10:00:00Z")",
    R"("2026-07-01T10:00:00.250+02:00")",
    R"("1900-01-01T00:00:00.001Z")",
    R"("9999-12-31T23:59:59.999Z")",
    R"("2026-07-01 10:00")",
    R"("Ana@FIRM.example")",
    R"("ana@")",
    R"("Firm.EXAMPLE")",
    R"("+49 (30) 123-45.67")",
    R"("DE")",
    R"("de")",
    R"("XX")",
    R"("EUR")",
    R"("en")",
    "[]",
    R"(["red"])",
    R"(["red","green","red"])",
    R"(["DE","AT"])",
    R"(["en",null])",
    R"(["a","b","c","d"])",
    R"(["a text that is too long"])",
    R"({"from":1,"to":12})",
    R"({"from":12,"to":1})",
    R"({"one_of":[1,2,3]})",
    R"({"one_of":["red","green"]})",
    R"({"one_of":[]})",
    R"({"reports":[{"value":24,"source":"crm","at":"2026-07-01T10:00:00Z"},{"value":25,"source":"form"}]})",
    R"({"reports":[{"value":24,"source":"nobody"}]})",
    R"({"amount":"12.5","currency":"EUR"})",
    R"({"amount":"12.5","currency":"USD"})",
    "{}",
};

std::string Outline(const plan::LeadSchema& schema, const Lead& lead) {
  std::string out = Printed(schema, lead);
  for (const FieldError& error : lead.errors)
    out += "\n" + error.path + " " + error.code + " " + error.message;
  return out;
}

plan::LeadSchema Varied(std::uint64_t seed) {
  plan::LeadSchema schema = RichSchema();
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    schema.fields[i].invalid_is_missing |= (i + seed) % 5 == 0;
    schema.fields[i].required = seed % 4 == 1 && i == seed % schema.fields.size();
  }
  return schema;
}

class Rows {
 public:
  Rows(const plan::LeadSchema& schema, std::uint64_t seed)
      : schema_(schema), random_(seed), columns_(schema, seed) {}

  void Add() {
    LeadColumns::Members members;
    for (std::size_t given = Below(5); given > 0; --given) {
      const plan::SchemaField& field = schema_.fields[Below(schema_.fields.size())];
      members[field.path] = kValues[Below(std::size(kValues))];
    }
    const std::string id = Below(3) == 0 ? "" : "L-" + std::to_string(Below(1000));
    leads_.push_back(columns_.Add(members, id));
  }

  LeadColumns& columns() { return columns_; }
  const std::vector<std::string>& leads() const { return leads_; }
  std::size_t Below(std::size_t limit) { return random_() % limit; }

 private:
  const plan::LeadSchema& schema_;
  std::mt19937_64 random_;
  LeadColumns columns_;
  std::vector<std::string> leads_;
};

// Compares every row; returns how many leads were accepted.
std::size_t CompareRows(const plan::LeadSchema& schema, Rows& rows, std::int64_t skip) {
  ArrowSchema types;
  ArrowArray array;
  rows.columns().Export(skip, types, array);
  const batch::ColumnBinding binding(schema, types);
  types.release(&types);
  EXPECT_EQ(binding.problems(), std::vector<std::string>());
  batch::BatchReader reader(schema, binding);
  LeadReader twin(schema);
  Lead lead;
  Lead twin_lead;
  std::string problem;
  std::size_t accepted = 0;
  std::size_t at = static_cast<std::size_t>(skip);
  EXPECT_TRUE(reader.Open(array, kAsOf, problem)) << problem;
  std::int64_t count = 0;
  do {
    EXPECT_TRUE(reader.NextBlock(count, problem)) << problem;
    for (std::int64_t row = 0; row < count; ++row, ++at) {
      const std::string& json = rows.leads()[at];
      accepted += reader.Read(row, lead) ? 1 : 0;
      twin.Read(json, kAsOf, twin_lead);
      EXPECT_EQ(Outline(schema, lead), Outline(schema, twin_lead)) << json << "\n"
                                                                   << rows.columns().Describe();
    }
  } while (count > 0 && !testing::Test::HasFailure());
  EXPECT_EQ(at, rows.leads().size());
  array.release(&array);
  return accepted;
}

TEST(ColumnsTwin, ARowMeansWhatItsCanonicalLeadMeans) {
  constexpr std::size_t kTrials = 60;
  constexpr std::size_t kRows = 1500;
  std::size_t accepted = 0;
  for (std::size_t trial = 0; trial < kTrials && !HasFailure(); ++trial) {
    const plan::LeadSchema schema = Varied(trial);
    Rows rows(schema, trial);
    for (std::size_t i = 0; i < kRows; ++i)
      rows.Add();
    accepted += CompareRows(schema, rows, static_cast<std::int64_t>(rows.Below(40)));
  }
  EXPECT_GT(accepted, kTrials * kRows / 10);
  EXPECT_LT(accepted, kTrials * kRows * 9 / 10);
}

}  // namespace
}  // namespace lq::test
