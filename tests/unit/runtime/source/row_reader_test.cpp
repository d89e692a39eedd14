#include "runtime/source/row_reader.h"

#include <gtest/gtest.h>

#include "runtime/value/values.h"
#include "tests/support/source/example_source.h"

namespace lq::test {
namespace {

// The source read over a file: canonical leads or errors, a line each.
std::string ReadAll(const Example& example, std::string_view file) {
  CsvText input(file);
  CsvReader csv(input, CsvOptionsOf(example.plan));
  RowReader source(example.plan, example.schema);
  CsvRow row;
  if (!csv.Next(row))
    return "no header";
  std::string out;
  for (const std::string& problem : source.Bind(row))
    out += problem + "\n";
  if (!out.empty())
    return out;
  Lead lead;
  while (csv.Next(row)) {
    if (source.Read(row, 0, lead)) {
      out.append(source.Canonical()).append("\n");
      continue;
    }
    for (const FieldError& error : lead.errors) {
      out.append(error.path)
          .append(" ")
          .append(error.code)
          .append(": ")
          .append(error.message)
          .append("\n");
    }
  }
  return out;
}

Example Small() {
  Example example;
  example.Add("company.size", NumberType(TypeKind::kInteger, 0, 1, 1000), {"Size", "Staff"});
  example.Add("email", TextType(TypeKind::kEmail, 320), {"Email"});
  example.schema.fields.back().required = true;
  example.plan.missing = {"NA", "Select"};
  return example;
}

TEST(RowReader, MapsRowsToCanonicalLeads) {
  EXPECT_EQ(ReadAll(Small(),
                    "Email,Size,Staff\n"
                    " a@b.example ,NA,7\n"
                    "c@d.example,\" 12.0 \",7\n"
                    "e@f.example,Select,  \n"),
            R"({"company":{"size":7},"email":"a@b.example"}
{"company":{"size":12.0},"email":"c@d.example"}
{"company":{"size":null},"email":"e@f.example"}
)");
}

TEST(RowReader, ReadsPossibleValues) {
  const Example example = Small();
  CsvText input("Email,Size\na@b.example,12\nb@b.example,\n");
  CsvReader csv(input);
  RowReader source(example.plan, example.schema);
  CsvRow row;
  ASSERT_TRUE(csv.Next(row));
  ASSERT_TRUE(source.Bind(row).empty());
  Lead lead;
  ASSERT_TRUE(csv.Next(row) && source.Read(row, 0, lead));
  EXPECT_EQ(lead.fields[0].values[0].number(), 12);
  EXPECT_EQ(lead.fields[1].values[0].text(), "a@b.example");
  ASSERT_TRUE(csv.Next(row) && source.Read(row, 0, lead));
  EXPECT_TRUE(lead.fields[0].missing());
}

TEST(RowReader, NestsPathsAndKeepsIds) {
  Example example;
  const Type type = NumberType(TypeKind::kInteger, 0, 0, 9);
  example.Add("a", type, {"1"});
  example.Add("b.c.d", type, {"2"});
  example.Add("b.c.e", type, {"3"});
  example.Add("b.f", type, {"4"});
  example.Add("g.h", type, {});
  example.plan.fields.back().constant = "9";
  example.plan.lead_id = 0;
  EXPECT_EQ(ReadAll(example, "1,2,3,4\n1,2,3,4\n,2,3,4\n"),
            R"({"$id":"1","a":1,"b":{"c":{"d":2,"e":3},"f":4},"g":{"h":9}}
{"a":null,"b":{"c":{"d":2,"e":3},"f":4},"g":{"h":9}}
)");
}

TEST(RowReader, SaysWhoReportedAndWhen) {
  Example example = Small();
  example.Add("seen", NumberType(TypeKind::kYesNo, 0, 0, 1), {});
  example.plan.fields.back().constant = "false";
  example.schema.fields[0].sources = {"crm", "form"};
  EXPECT_EQ(
      ReadAll(example, "Email,Size\na@b.example,12\n"),
      R"({"company":{"size":{"reports":[{"value":12,"source":"form"}]}},"email":"a@b.example","seen":false}
)");
  example.plan.at = static_cast<std::uint32_t>(example.plan.places.size());
  example.plan.places.push_back("Sent");
  for (const std::string_view time :
       {"2026-07-01 10:00:00", "2026-07-01T10:00:00Z", "2026-07-01T12:00:00+02:00"}) {
    EXPECT_EQ(
        ReadAll(example, "Email,Size,Sent\na@b.example,," + std::string(time) + "\n"),
        R"({"company":{"size":null},"email":{"reports":[{"value":"a@b.example","source":"form",)"
        R"("at":"2026-07-01T10:00:00Z"}]},"seen":{"reports":[{"value":false,"source":"form",)"
        R"("at":"2026-07-01T10:00:00Z"}]}}
)");
  }
  EXPECT_EQ(ReadAll(example, "Email,Size,Sent\na@b.example,,yesterday\n"),
            " format: \"Sent\", line 2: \"yesterday\" is no date or time such as "
            "2026-07-01T10:00:00Z, but the "
            "time of the reports is read from here; say how it is written: `at from \"…\" as …`\n");
}

TEST(RowReader, NamesTheColumnLineAndValueOfAnError) {
  Example example = Small();
  example.Add("role", example.RoleType(), {"Role"});
  const std::string errors = ReadAll(example,
                                     "Email,Size,Staff,Role\n"
                                     "a@b.example,\"1,200\",,\n"
                                     ",5000,,\n"
                                     "a@b.example,,x,Chief\n"
                                     "a@b.example,1\n");
  // Of intake's errors only the beginning: the rest is intake's.
  const std::string_view beginnings[] = {
      R"(company.size type: "Size", line 2: "1,200" is not a number, but `company.size` needs one; )"
      R"(the source can say how it is written: `as number "1,234.56"`)",
      R"(company.size range: "Size", line 3: `company.size` is 5000, )",
      R"(email required: "Email", line 3: nothing is given; `email` is missing, )",
      R"(company.size type: "Staff", line 4: "x" is not a number, but `company.size` needs one)",
      R"(role value: "Role", line 4: `role` is "Chief", )",
      " not_csv: line 5: the row has 2 cells, but the first row of the file has 4; a cell that "
      "holds "
      "the separator stands in quotes",
  };
  std::size_t at = 0;
  for (const std::string_view beginning : beginnings) {
    EXPECT_EQ(std::string_view(errors).substr(at, beginning.size()), beginning);
    at = errors.find('\n', at) + 1;
  }
  EXPECT_EQ(at, errors.size());
}

TEST(RowReader, TreatsInvalidAsMissingWhereTheFieldSaysSo) {
  Example example = Small();
  example.schema.fields[0].invalid_is_missing = true;
  EXPECT_EQ(ReadAll(example, "Email,Size\na@b.example,\"1,200\"\n"),
            R"({"company":{"size":[]},"email":"a@b.example"}
)");
}

TEST(RowReader, RefusesFilesThatLackItsColumns) {
  Example example = Small();
  example.plan.lead_id = static_cast<std::uint32_t>(example.plan.places.size());
  example.plan.places.push_back("Id");
  EXPECT_EQ(
      ReadAll(example, "email,Name,Id,Staff\n"),
      "the file has no column \"Email\", from which the field `email` is read; it has \"email\"; "
      "the file's columns are \"email\", \"Name\", \"Id\", \"Staff\"\n");
  EXPECT_EQ(ReadAll(example, "Email, Email ,Staff\n"),
            "the file has more than one column \"Email\"\n"
            "the file has no column \"Id\", from which the lead's id is read; "
            "the file's columns are \"Email\", \"Email\", \"Staff\"\n");
  EXPECT_EQ(ReadAll(example, "Email,\xFF\n"),
            "line 1: the row is not UTF-8 text; save the file as `CSV UTF-8`\n");
}

TEST(RowReader, TellsWhichColumnsItDoesNotUse) {
  Example example = Small();
  example.plan.ignored = {"Fax", "Title"};
  CsvText input("Email, Name ,Size,Fax,,Name\n");
  CsvReader csv(input);
  RowReader source(example.plan, example.schema);
  CsvRow row;
  ASSERT_TRUE(csv.Next(row));
  EXPECT_TRUE(source.Bind(row).empty());
  EXPECT_EQ(source.unmapped(), (std::vector<std::string>{"Name", "column 5", "Name"}));
}

}  // namespace
}  // namespace lq::test
