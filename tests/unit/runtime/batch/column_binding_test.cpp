#include "runtime/batch/column_binding.h"

#include <gtest/gtest.h>

#include "runtime/batch/export_columns.h"
#include "tests/support/columns/exported.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::batch {
namespace {

using Layout = OutColumn::Layout;

std::unique_ptr<OutColumn> Number(std::string name, std::string format) {
  return std::make_unique<OutColumn>(std::move(name), std::move(format), Layout::kNumber, 8);
}

class Binding : public testing::Test {
 protected:
  OutColumn& Add(std::unique_ptr<OutColumn> column) { return root_.AddChild(std::move(column)); }

  // One line a problem, then the bound columns with their fields.
  std::string Bound() {
    test::Exported exported;
    ExportSchema(root_, exported.types);
    return Describe(ColumnBinding(schema_, exported.types));
  }

  std::string Describe(const ColumnBinding& binding) const {
    std::string text;
    for (const std::string& problem : binding.problems())
      text += problem + "\n";
    if (!text.empty())
      return text;
    for (const BoundColumn& column : binding.columns()) {
      const bool is_id = column.use == ColumnUse::kId;
      text += column.name + " is " + (is_id ? "the id" : schema_.fields[column.field].path) + "\n";
    }
    for (const std::string& name : binding.unmapped())
      text += name + " is no field\n";
    return text;
  }

  plan::LeadSchema schema_ = test::RichSchema();
  OutColumn root_{"", "+s", Layout::kStruct};
};

TEST_F(Binding, FindsFieldsByTheirPath) {
  Add(OutColumn::Text("$id"));
  Add(OutColumn::Int64("n"));
  Add(OutColumn::Int16("company.size"));
  Add(OutColumn::Text("trusted:json"));
  OutColumn& company = Add(OutColumn::Struct("company"));
  OutColumn& hq = company.AddChild(OutColumn::Struct("hq"));
  hq.AddChild(OutColumn::Text("city"));
  hq.AddChild(OutColumn::Text("street"));
  Add(OutColumn::Struct("n.more"));
  Add(OutColumn::Text("Email"));
  EXPECT_EQ(Bound(), R"($id is the id
n is n
company.size is company.size
trusted:json is trusted
company.hq.city is company.hq.city
company.hq.street is no field
n.more is no field
Email is no field
)");
}

// Its indices would be taken for its values.
TEST_F(Binding, RefusesADictionaryOfADictionary) {
  Add(OutColumn::Dictionary("whole", OutColumn::Dictionary("", OutColumn::Int64(""))));
  Add(OutColumn::List(
      "ts", OutColumn::Dictionary("item", OutColumn::Dictionary("", OutColumn::Text("")))));
  EXPECT_EQ(Bound(),
            "column `whole` is a dictionary of a dictionary of int64, but its field takes a whole "
            "number from -9223372036854775808 to 9223372036854775807; make it an integer, decimal "
            "or float column\n"
            "column `ts` is list of a dictionary of a dictionary of utf8, but its field takes a "
            "list of at most 3 texts; make it a list column of utf8, plain or a dictionary\n");
}

TEST_F(Binding, SaysWhatDoesNotFitAndWhatWould) {
  Add(OutColumn::Text("n"));
  Add(OutColumn::Int64("t"));
  Add(OutColumn::Int64("y"));
  Add(Number("day", "tsu:UTC"));
  Add(Number("at", "tsu:"));
  Add(Number("d", "tdD"));
  Add(OutColumn::Text("es"));
  Add(OutColumn::List("langs", OutColumn::Int64("item")));
  Add(OutColumn::Dictionary("whole", OutColumn::Text("")));
  Add(Number("m", "d:40,2,256"));
  Add(Number("p", "e"));
  Add(Number("cc", "+r"));
  Add(Number("$id", "g"));
  Add(OutColumn::Int64("any:json"));
  Add(OutColumn::Struct("mail"));
  EXPECT_EQ(Bound(),
            "column `n` is utf8, but its field takes a whole number from 0 to 10000; make "
            "it an integer, decimal or float column\n"
            "column `t` is int64, but its field takes a text of at most 5 characters; make "
            "it a utf8 column, plain or a dictionary\n"
            "column `y` is int64, but its field takes true, false, \"yes\" or \"no\"; make "
            "it a bool column, or texts `yes` and `no`\n"
            "column `day` is timestamp[us, UTC], but its field takes a date of the "
            "calendar, written \"2026-07-01\"; make it a date32 or date64 column, or texts "
            "such as `2026-07-01`\n"
            "column `at` is timestamp[us] without a zone, but its field takes a date and "
            "time with its zone, written \"2026-07-01T10:00:00Z\"; make it a timestamp "
            "column with a zone (UTC), or texts such as `2026-07-01T10:00:00Z`\n"
            "column `d` is date32, but its field takes a number from -100.00 to 100.00; "
            "make it an integer, decimal or float column, or texts of numbers\n"
            "column `es` is utf8, but its field takes a list of at most 3 names; make it a "
            "list column of utf8, plain or a dictionary\n"
            "column `langs` is list of int64, but its field takes a list of at most 3 "
            "languages; make it a list column of utf8, plain or a dictionary\n"
            "column `whole` is a dictionary of utf8, but its field takes a whole number "
            "from -9223372036854775808 to 9223372036854775807; make it an integer, decimal "
            "or float column\n"
            "column `m` is decimal256(40, 2), but its field takes an amount in EUR, written "
            "12 or {\"amount\": \"12\", \"currency\": \"EUR\"}; make it an integer, decimal "
            "or float column, or texts of numbers\n"
            "column `p` is float16, but its field takes a percentage from 0% to 100%, "
            "written 80 or \"80%\"; make it an integer, decimal or float column, or texts "
            "of numbers\n"
            "column `cc` is run_end_encoded, but its field takes a country's code of two "
            "letters, written \"DE\"; make it a utf8 column, plain or a dictionary\n"
            "column `$id` is float64, but ids are texts or integers; make it a utf8 or "
            "integer column\n"
            "column `any:json` is int64, but JSON is text; make it a utf8 column\n"
            "column `mail` is struct, but its field takes an e-mail address, written "
            "\"ana@firm.example\"; make it a utf8 column, plain or a dictionary\n");
}

TEST_F(Binding, AFieldHasOneColumn) {
  Add(OutColumn::Int64("n"));
  Add(OutColumn::Text("n:json"));
  Add(OutColumn::Text("$id"));
  Add(OutColumn::Int64("$id"));
  EXPECT_EQ(Bound(), R"(columns `n` and `n:json` both bear the same field; leave one out
columns `$id` and `$id` both bear the same field; leave one out
)");
}

TEST_F(Binding, ARequiredFieldNeedsAColumn) {
  schema_.fields[0].required = true;
  Add(OutColumn::Int64("n"));
  EXPECT_EQ(Bound(),
            "no column bears `y`, but every lead needs it; add a bool column, or texts `yes` and "
            "`no`\n");
}

TEST_F(Binding, ASchemaThatRejectsOtherFieldsTakesNoOtherColumns) {
  schema_.reject_unknown = true;
  Add(OutColumn::Int64("visits"));
  EXPECT_EQ(Bound(),
            "column `visits` is no field of schema `rich`, which rejects other fields; leave it "
            "out, or declare it\n");
}

TEST_F(Binding, BrokenSchemasAreRefused) {
  test::Exported exported;
  EXPECT_EQ(Describe(ColumnBinding(schema_, exported.types)),
            "the schema of the columns is released already; bind it before that\n");
  Add(OutColumn::Int64("n"));
  ExportSchema(root_, exported.types);
  ArrowSchema& types = exported.types;
  const auto with = [&](auto& place, auto value) {
    const auto before = place;
    place = value;
    std::string text = Describe(ColumnBinding(schema_, types));
    place = before;
    return text;
  };
  EXPECT_EQ(with(types.n_children, -1),
            "the record batch has -1 columns, but no list of them; the schema is broken\n");
  EXPECT_EQ(with(types.children, nullptr),
            "the record batch has 1 columns, but no list of them; the schema is broken\n");
  EXPECT_EQ(with(types.children[0], nullptr),
            "column 1 of the record batch is not there or released already\n");
  EXPECT_EQ(with(types.children[0]->release, nullptr),
            "column 1 of the record batch is not there or released already\n");
  EXPECT_EQ(with(types.format, "l"),
            "leads come as a record batch, which is a struct with a column a field, but this is "
            "int64\n");
  EXPECT_EQ(with(types.format, nullptr),
            "leads come as a record batch, which is a struct with a column a field, but this is "
            "the Arrow format \"\"\n");
  EXPECT_EQ(with(types.children[0]->name, nullptr), " is no field\n");
  for (const char* const format : {"",     "q",       "ll",     "d:",      "d:1",
                                   "d:1,", "d:,1",    "d:1,2,", "d:1,2,3", "d:1,99999999999",
                                   "ts",   "tsq:UTC", "td",     "tdx",     "+",
                                   "+w:3", "+ud:1,2", "w:42",   "vz",      "+l"}) {
    EXPECT_NE(with(types.children[0]->format, format).find("make it an integer"), std::string::npos)
        << format;
  }
}

}  // namespace
}  // namespace lq::batch
