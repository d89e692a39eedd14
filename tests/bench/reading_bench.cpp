// How fast leads are read, by one thread, from memory: bytes of the file a second.
//
//   build/release/bin/reading_bench

#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "runtime/csv/csv_reader.h"
#include "runtime/intake/json_check.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/source/row_reader.h"
#include "tests/support/source/example_source.h"

namespace lq::test {
namespace {

constexpr int kLeads = 20'000;

// Ten columns: three texts, a country, two whole numbers, an amount, a word of two, a date, yes or
// no.
Example TenColumns() {
  Example example;
  example.plan.separator = ',';
  example.plan.missing = {"NA"};
  example.Add("email", TextType(TypeKind::kEmail, 320), {"email"});
  example.Add("name", TextType(TypeKind::kText, 80), {"name"});
  example.Add("company", TextType(TypeKind::kText, 80), {"company"});
  example.Add("country", CodeType(TypeKind::kCountry, CountryCount()), {"country"});
  example.Add("visits", NumberType(TypeKind::kInteger, 0, 0, 10'000), {"visits"});
  example.Add("seats", NumberType(TypeKind::kInteger, 0, 0, 100'000), {"seats"});
  example.Add("budget", MoneyType(), {"budget"});
  example.Add("role", example.RoleType(), {"role"});
  example.Add("seen", DateType(), {"seen"});
  example.Add("demo", NumberType(TypeKind::kYesNo, 0, 0, 1), {"demo"});
  return example;
}

struct Row {
  int number;
  int visits;
  int seats;
  int budget;
  const char* country;
  const char* role;
  bool demo;
};

std::vector<Row> Rows() {
  constexpr const char* kCountries[] = {"DE", "AT", "FR", "US"};
  constexpr const char* kRoles[] = {"student", "decision_maker"};
  std::mt19937 random(1);
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  std::vector<Row> rows;
  for (int i = 0; i < kLeads; ++i) {
    rows.push_back({i, below(10'000), below(5000), below(10'000'000), kCountries[below(4)],
                    kRoles[below(2)], below(2) == 1});
  }
  return rows;
}

std::string Csv(const Example& example) {
  std::string text = HeaderOf(example.plan) + "\n";
  for (const Row& row : Rows()) {
    text += fmt::format(
        "person{0}@firm{1}.example,Person Number {0},Company {1} Limited,{2},{3},{4},{5}.{6:02},"
        "{7},2026-{8:02}-{9:02},{10}\n",
        row.number, row.number % 977, row.country, row.visits, row.seats, row.budget / 100,
        row.budget % 100, row.role, row.seats % 12 + 1, row.visits % 28 + 1,
        row.demo ? "yes" : "no");
  }
  return text;
}

// The same leads, a line each.
std::vector<std::string> Jsonl() {
  std::vector<std::string> lines;
  for (const Row& row : Rows()) {
    lines.push_back(fmt::format(
        R"({{"email":"person{0}@firm{1}.example","name":"Person Number {0}",)"
        R"("company":"Company {1} Limited","country":"{2}","visits":{3},"seats":{4},)"
        R"("budget":{5}.{6:02},"role":"{7}","seen":"2026-{8:02}-{9:02}","demo":{10}}})",
        row.number, row.number % 977, row.country, row.visits, row.seats, row.budget / 100,
        row.budget % 100, row.role, row.seats % 12 + 1, row.visits % 28 + 1, row.demo));
  }
  return lines;
}

void CountBytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.SetItemsProcessed(kLeads * state.iterations());
}

void SplitCsv(benchmark::State& state) {
  const std::string text = Csv(TenColumns());
  for (auto _ : state) {
    CsvText input(text);
    CsvReader csv(input, {',', '"'});
    CsvRow row;
    while (csv.Next(row))
      benchmark::DoNotOptimize(row.cells.data());
  }
  CountBytes(state, text.size());
}
BENCHMARK(SplitCsv);

void ReadCsvBySource(benchmark::State& state) {
  const Example example = TenColumns();
  const std::string text = Csv(example);
  RowReader source(example.plan, example.schema);
  Lead lead;
  for (auto _ : state) {
    CsvText input(text);
    CsvReader csv(input, CsvOptionsOf(example.plan));
    CsvRow row;
    csv.Next(row);
    source.Bind(row);
    while (csv.Next(row)) {
      if (!source.Read(row, 0, lead))
        state.SkipWithError("a row was rejected");
    }
  }
  CountBytes(state, text.size());
}
BENCHMARK(ReadCsvBySource);

std::size_t SizeOf(const std::vector<std::string>& lines) {
  std::size_t size = 0;
  for (const std::string& line : lines)
    size += line.size() + 1;
  return size;
}

void ScanJson(benchmark::State& state) {
  const std::vector<std::string> lines = Jsonl();
  for (auto _ : state) {
    for (const std::string& line : lines)
      benchmark::DoNotOptimize(intake::CheckJson(line));
  }
  CountBytes(state, SizeOf(lines));
}
BENCHMARK(ScanJson);

void ReadJson(benchmark::State& state) {
  const Example example = TenColumns();
  const std::vector<std::string> lines = Jsonl();
  LeadReader reader(example.schema);
  Lead lead;
  for (auto _ : state) {
    for (const std::string& line : lines) {
      if (!reader.Read(line, 0, lead))
        state.SkipWithError("a lead was rejected");
    }
  }
  CountBytes(state, SizeOf(lines));
}
BENCHMARK(ReadJson);

}  // namespace
}  // namespace lq::test

BENCHMARK_MAIN();
