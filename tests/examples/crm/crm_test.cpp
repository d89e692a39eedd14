#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "compiler/diag/render.h"
#include "compiler/plan/lower_schema.h"
#include "compiler/plan/source_plan.h"
#include "runtime/csv/csv_reader.h"
#include "runtime/source/row_reader.h"
#include "runtime/value/date.h"
#include "runtime/value/values.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

// Where the real file lies; empty when it is not there.
fs::path DataFolder() {
  const char* shared = std::getenv("LQ_SHARED");
  const fs::path root =
      shared != nullptr ? fs::path(shared) : fs::path(LQ_SOURCE_DIR) / "../shared";
  const fs::path folder = root / "data/crm-sales";
  return fs::exists(folder / "sales_pipeline.csv") ? folder : fs::path();
}

// What a column of the file holds, how often.
using Cells = std::map<std::string, std::size_t>;

// The rows of a pipeline through examples/crm, counted.
class Pipeline {
 public:
  explicit Pipeline(std::string text) : text_(std::move(text)) {
    MemoryFiles files;
    for (const char* name : {"lead.lq", "source.lq"})
      files.Add(name, ReadWhole(std::string(LQ_SOURCE_DIR) + "/examples/crm/" + name));
    const std::unique_ptr<Compilation> compilation = Compile(files, "source.lq");
    EXPECT_EQ(RenderText(compilation->diagnostics, compilation->sources, {}), "");
    plan_ = LowerSource(*compilation->source);
    schema_ = LowerSchema(*compilation->source->program);
    program_ = compilation->source;
  }

  void Read() {
    CsvText input(text_);
    CsvReader csv(input, CsvOptionsOf(*plan_));
    RowReader reader(*plan_, schema_);
    CsvRow row;
    ASSERT_TRUE(csv.Next(row));
    const std::vector<std::string> names(row.cells.begin(), row.cells.end());
    ASSERT_TRUE(reader.Bind(row).empty());
    EXPECT_TRUE(reader.unmapped().empty());
    Lead lead;
    while (csv.Next(row)) {
      ++rows;
      for (std::size_t i = 0; i < names.size(); ++i)
        ++cells[names[i]][std::string(row.cells[i])];
      if (reader.Read(row, 0, lead)) {
        CountLead(row, lead);
      } else {
        for (const FieldError& error : lead.errors)
          ++errors[error.path + " " + error.code];
        last_error = lead.errors[0].message;
      }
    }
  }

  std::size_t rows = 0;
  std::size_t accepted = 0;
  std::size_t without_account = 0;
  std::map<std::string, Cells> cells;
  std::map<std::string, std::size_t> errors;
  std::string last_error;

 private:
  void CountLead(const CsvRow& row, const Lead& lead) {
    ++accepted;
    for (const plan::SourceField& field : plan_->fields) {
      const Possible& possible = lead.fields[field.field];
      if (field.path == "account" && possible.missing())
        ++without_account;
      if (field.path == "engaged_on" && !possible.missing())
        ExpectSameDate(std::string(row.cells[5]), possible.values[0].number());
    }
  }

  // The cell is written month/day/year.
  static void ExpectSameDate(const std::string& cell, std::int64_t day) {
    const CivilDate date = CivilFromDays(day);
    EXPECT_EQ(cell, std::to_string(date.month) + "/" + std::to_string(date.day) + "/" +
                        std::to_string(date.year));
  }

  std::string text_;
  std::shared_ptr<const ir::SourceProgram> program_;
  std::shared_ptr<const plan::SourcePlan> plan_;
  plan::LeadSchema schema_;
};

// All real rows: each is a lead, or rejected for the product that the price list does not know.
TEST(Crm, ReadsTheRealPipeline) {
  const fs::path folder = DataFolder();
  if (folder.empty())
    GTEST_SKIP() << "skipped: the file of real opportunities is not there";
  Pipeline pipeline(ReadWhole((folder / "sales_pipeline.csv").string()));
  pipeline.Read();
  EXPECT_EQ(pipeline.rows, 8800u);
  const std::size_t misspelt = pipeline.cells["product"]["GTXPro"];
  EXPECT_GT(misspelt, 0u);
  EXPECT_EQ(pipeline.errors, (std::map<std::string, std::size_t>{{"product value", misspelt}}));
  EXPECT_EQ(pipeline.accepted, pipeline.rows - misspelt);
  EXPECT_EQ(pipeline.cells["account"][""], 1425u);
  EXPECT_GT(pipeline.without_account, 0u);
  EXPECT_NE(pipeline.last_error.find("\"product\", line "), std::string::npos);
  EXPECT_NE(pipeline.last_error.find("GTXPro"), std::string::npos);
}

TEST(Crm, ReadsItsOwnPipeline) {
  Pipeline pipeline(ReadWhole(std::string(LQ_SOURCE_DIR) + "/examples/crm/leads.csv"));
  pipeline.Read();
  EXPECT_EQ(pipeline.rows, 6u);
  EXPECT_EQ(pipeline.errors,
            (std::map<std::string, std::size_t>{{"engaged_on format", 1}, {"product value", 1}}))
      << pipeline.last_error;
}

}  // namespace
}  // namespace lq::test
