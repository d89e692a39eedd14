#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "runtime/intake/lead_reader.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"
#include "tests/examples/education/education_package.h"
#include "tests/support/sections.h"
#include "tests/support/tiers/tier.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

// Where the real file lies; empty when it is not there.
fs::path DataFolder() {
  const char* shared = std::getenv("LQ_SHARED");
  const fs::path root =
      shared != nullptr ? fs::path(shared) : fs::path(LQ_SOURCE_DIR) / "../shared";
  const fs::path folder = root / "data/xeducation";
  return fs::exists(folder / "Leads.csv") ? folder : fs::path();
}

// One column of the file, as the file has it and as the leads have it.
struct Column {
  std::map<std::string, int> cells;
  std::size_t missing = 0;
  std::set<std::string> values;

  std::size_t CountOf(const std::string& cell) const {
    const auto found = cells.find(cell);
    return found == cells.end() ? 0 : static_cast<std::size_t>(found->second);
  }
};

// What the source says is missing, and how often each stands in the file.
std::size_t CountMissing(const Column& column, const plan::SourcePlan& source) {
  std::size_t count = 0;
  for (const std::string& text : source.missing)
    count += column.CountOf(text);
  return count;
}

// Distinct cells that are not missing, spellings that differ in case counted once.
std::size_t CountDistinct(const Column& column, const plan::SourcePlan& source) {
  std::set<std::string> distinct;
  for (const auto& [cell, count] : column.cells) {
    if (!std::binary_search(source.missing.begin(), source.missing.end(), cell))
      distinct.insert(FoldCase(std::string_view(cell)));
  }
  return distinct.size();
}

// The whole file, read once.
class EducationFile {
 public:
  EducationFile(const EducationPackage& package, std::string text)
      : package_(package),
        rows_(package, std::move(text)),
        tiers_(MakeTiers(package.program(), package.shared_plan())) {}

  void Read() {
    Lead lead;
    while (rows_.Next(lead)) {
      ++row_count;
      ASSERT_TRUE(lead.errors.empty())
          << "line " << rows_.row().line << ": " << lead.errors[0].message;
      CountCells();
      CountValues(lead);
      Decide(lead);
    }
  }

  const EducationRows& rows() const { return rows_; }

  std::size_t row_count = 0;
  std::map<std::string, Column> columns;
  std::map<std::string, int> outcomes;
  std::set<std::string> ids;
  std::int64_t most_visits = 0;
  std::size_t enrolled = 0;

 private:
  void CountCells() {
    for (std::size_t i = 0; i < rows_.row().cells.size(); ++i)
      ++columns[rows_.header()[i]].cells[std::string(rows_.row().cells[i])];
  }

  void CountValues(const Lead& lead) {
    ids.emplace(lead.id);
    for (const plan::SourceField& field : package_.source().fields) {
      Column& column = columns[package_.source().places[field.places.front()]];
      const Possible& possible = lead.fields[field.field];
      if (possible.missing()) {
        ++column.missing;
        continue;
      }
      std::string text;
      AppendPossibleText(package_.plan().schema.fields[field.field].type, possible, text);
      column.values.insert(text);
      if (field.path == "visits")
        most_visits = std::max(most_visits, possible.values[0].number());
      if (field.path == "enrolled")
        enrolled += static_cast<std::size_t>(possible.values[0].number());
    }
  }

  // By the engine; every tenth by the oracle too.
  void Decide(const Lead& lead) {
    Tier& engine = *tiers_.back();
    const DecideInputs inputs{ParseAsOf("2026-08-01"), {}, "EN"};
    const std::string json = engine.DecideJson(lead, inputs);
    if (row_count % 10 == 0) {
      ASSERT_EQ(tiers_.front()->DecideJson(lead, inputs), json);
    }
    ++outcomes[nlohmann::json::parse(json).at("outcome").get<std::string>()];
  }

  const EducationPackage& package_;
  EducationRows rows_;
  std::vector<std::unique_ptr<Tier>> tiers_;
};

void ExpectFacts(const nlohmann::json& facts, const EducationFile& file,
                 const plan::SourcePlan& source) {
  EXPECT_EQ(file.row_count, facts.at("rows"));
  EXPECT_EQ(file.rows().header().size(), facts.at("columns"));
  EXPECT_EQ(file.enrolled, facts.at("converted"));
  EXPECT_EQ(static_cast<double>(file.most_visits), facts.at("max_totalvisits"));
  EXPECT_EQ(file.row_count - file.ids.size(), facts.at("dup_prospect"));
  for (const auto& [name, column] : file.columns) {
    EXPECT_EQ(column.cells.size(), facts.at("distinct").at(name)) << name;
    EXPECT_EQ(column.CountOf(""), facts.at("blank").value(name, 0u)) << name;
    EXPECT_EQ(column.CountOf("Select"), facts.at("select").value(name, 0u)) << name;
    const bool ignored = std::binary_search(source.ignored.begin(), source.ignored.end(), name);
    if (ignored)
      continue;
    EXPECT_EQ(column.missing, CountMissing(column, source)) << name;
    EXPECT_EQ(column.values.size(), CountDistinct(column, source)) << name;
  }
}

// The 9,240 real leads: read as the file's facts say, all decided, none lost.
TEST(Education, DecidesTheRealFile) {
  const fs::path folder = DataFolder();
  if (folder.empty())
    GTEST_SKIP() << "skipped: the file of real leads is not there";
  const EducationPackage package;
  ASSERT_TRUE(package.ok());
  EducationFile file(package, ReadWhole(folder / "Leads.csv"));
  ASSERT_TRUE(file.rows().problems().empty()) << file.rows().problems().front();
  EXPECT_TRUE(file.rows().unmapped().empty());
  file.Read();
  ExpectFacts(nlohmann::json::parse(ReadWhole(folder / "facts.json")), file, package.source());
  int decided = 0;
  for (const auto& [outcome, count] : file.outcomes)
    decided += count;
  EXPECT_EQ(decided, 9240);
  EXPECT_EQ(file.outcomes.size(), 5u);
  const Column& channel = file.columns.at("Lead Source");
  EXPECT_EQ(channel.CountOf("google") + channel.CountOf("Google"), 2873u);
  EXPECT_EQ(channel.values.count("google"), 1u);
}

// Without members that say nothing.
nlohmann::json WithoutNulls(const nlohmann::json& json) {
  if (!json.is_object())
    return json;
  nlohmann::json kept = nlohmann::json::object();
  for (const auto& [name, value] : json.items()) {
    const nlohmann::json inner = WithoutNulls(value);
    if (!inner.is_null() && inner != nlohmann::json::object())
      kept[name] = inner;
  }
  return kept;
}

// The invented enquiries beside the policy, as CSV and as canonical leads, are the same.
TEST(Education, MapsItsOwnLeads) {
  const EducationPackage package;
  ASSERT_TRUE(package.ok());
  EducationRows rows(package, EducationPackage::File("leads.csv"));
  ASSERT_TRUE(rows.problems().empty());
  std::istringstream canonical(EducationPackage::File("leads.jsonl"));
  std::string line;
  std::vector<std::string> errors;
  Lead lead;
  while (rows.Next(lead)) {
    for (const FieldError& error : lead.errors)
      errors.push_back(error.path + ": " + error.message);
    if (!lead.errors.empty())
      continue;
    ASSERT_TRUE(std::getline(canonical, line));
    EXPECT_EQ(WithoutNulls(nlohmann::json::parse(rows.Canonical())), nlohmann::json::parse(line));
  }
  EXPECT_FALSE(std::getline(canonical, line));
  EXPECT_EQ(errors,
            std::vector<std::string>{
                "visits: \"TotalVisits\", line 7: \"1,204\" is not a number, but `visits` "
                "needs one; the source can say how it is written: `as number \"1,234.56\"`"});
}

// No rule of the policy reads whether an enquiry became a student.
TEST(Education, KeepsTheResultOutOfTheRules) {
  const EducationPackage package;
  ASSERT_TRUE(package.ok());
  for (const ir::Expr& expr : package.program().exprs) {
    if (expr.op == ir::ExprOp::kField) {
      EXPECT_NE(package.program().schema.fields[expr.index].path, "enrolled");
    }
  }
  EXPECT_GE(package.program().rules.size(), 15u);
  EXPECT_EQ(package.program().scores.size(), 2u);
}

}  // namespace
}  // namespace lq::test
