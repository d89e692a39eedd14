#include "runtime/intake/lead_reader.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::test {
namespace {

struct Case {
  std::string_view lead;
  std::string_view expected;
};

void Check(const plan::LeadSchema& schema, std::initializer_list<Case> cases) {
  for (const Case& test : cases)
    EXPECT_EQ(ReadAndPrint(schema, test.lead), test.expected) << test.lead;
}

plan::LeadSchema Strict() {
  plan::LeadSchema schema = RichSchema();
  schema.reject_unknown = true;
  for (plan::SchemaField& field : schema.fields)
    field.required = field.path == "n";
  return schema;
}

std::string Nested(int depth) {
  return R"({"x":)" + std::string(static_cast<std::size_t>(depth - 1), '[') +
         std::string(static_cast<std::size_t>(depth - 1), ']') + "}";
}

TEST(LeadReader, Id) {
  Check(RichSchema(), {{R"({"$id":"L-17"})", "id L-17"},
                       {R"({"$id":"\u004c-17"})", "id L-17"},
                       {R"({"$id":17})", "id 17"},
                       {R"({"$id":-12345678901234567890123})", "id -12345678901234567890123"},
                       {R"({"$id":1.5})", ""},
                       {R"({"$id":1e3})", ""},
                       {R"({"$id":""})", ""},
                       {R"({"$id":null})", ""},
                       {R"({"$id":true})", ""},
                       {R"({"$id":{"a":[1]}})", ""},
                       {R"({"$id":"a\u0000b"})", ""},
                       {R"({"company":{"$id":"x"}})", "1 unknown"}});
}

TEST(LeadReader, RejectedLeadKeepsItsId) {
  const plan::LeadSchema schema = RichSchema();
  LeadReader reader(schema);
  Lead lead;
  EXPECT_FALSE(reader.Read(R"({"$id":"L-18","n":-5})", kAsOf, lead));
  EXPECT_EQ(lead.id, "L-18");
  EXPECT_FALSE(reader.Read(R"({"$id":"L-18","n":)", kAsOf, lead));
  EXPECT_TRUE(lead.id.empty());
}

TEST(LeadReader, Paths) {
  Check(RichSchema(), {{R"({"company":{"size":3}})", "company.size=3"},
                       {R"({"company":{"hq":{"city":"Graz"},"size":3}})",
                        R"(company.size=3; company.hq.city="Graz")"},
                       {R"({"company":{}})", ""},
                       {R"({"company":null,"group":""})", ""},
                       {R"({"company":7})", "! company.hq.city type; company.size type"},
                       {R"({"company":[{"size":3}]})", "! company.hq.city type; company.size type"},
                       {R"({"company":{"hq":"Graz"}})", "! company.hq.city type"},
                       {R"({"\u0063ompany":{"si\u007ae":3}})", "company.size=3"},
                       {R"({"company.size":3})", "1 unknown"}});
}

TEST(LeadReader, UnknownKeysAreCounted) {
  Check(RichSchema(), {{R"({"x":{"y":1,"z":[1,{"n":5}]},"n":1,"N":2})", "n=1; 2 unknown"},
                       {R"({"company":{"x":1,"hq":{"y":{}}},"":0})", "3 unknown"}});
}

TEST(LeadReader, UnknownKeysAreRejected) {
  Check(Strict(), {{R"({"n":1,"z":2})", "! z unknown_field"},
                   {R"({"n":1,"company":{"hq":{"x":1},"y":{"z":1}}})",
                    "! company.hq.x unknown_field; company.y unknown_field"},
                   {R"({"$id":"L","n":1})", "id L; n=1"},
                   {R"({"z":1,"d":"x"})", "! d format; n required; z unknown_field"},
                   {R"({"n":1,"company.size":3})", "! company.size unknown_field"},
                   {R"({"n":1,"company.size":3,"company":{"size":0}})", "! company.size range"}});
}

TEST(LeadReader, OneErrorAFieldSortedByPath) {
  Check(Strict(), {{R"({"y":7,"cc":"XX","t":1})", "! cc value; n required; t type; y type"},
                   {R"({"n":{"one_of":[99999,"x"]}})", "! n range"}});
}

TEST(LeadReader, WholeBody) {
  Check(RichSchema(), {{"", "!  not_json"},
                       {"   ", "!  not_json"},
                       {R"({"n": 1,)", "!  not_json"},
                       {R"({"n": 1} x)", "!  not_json"},
                       {R"({"n": 1}{})", "!  not_json"},
                       {"{\"t\":\"\xff\"}", "!  not_json"},
                       {R"({"t":"\ud800"})", "!  not_json"},
                       {"[1,2]", "!  type"},
                       {"\"text\"", "!  type"},
                       {"null", "!  type"},
                       {R"({"n":1,"n":1})", "!  duplicate_key"},
                       {R"({"n":1,"x":{"a":1,"\u0061":2}})", "!  duplicate_key"},
                       {R"({"n":{"from":1,"from":2}})", "!  duplicate_key"},
                       {R"({"n":-1,"x":[{"a":1,"a":1}]})", "!  duplicate_key"},
                       {R"([{"a":1,"a":1}])", "!  duplicate_key"},
                       {R"({"n":1,"n":1)", "!  not_json"},
                       {"\xEF\xBB\xBF{\"n\":1}", "n=1"},
                       {" \t\r\n{ \"n\" : 1 } \n", "n=1"}});
}

TEST(LeadReader, NulBytes) {
  using namespace std::string_view_literals;
  Check(RichSchema(), {{"{\"n\":1}\0"sv, "!  not_json"}, {"{\"t\":\"\0\"}"sv, "!  not_json"}});
}

TEST(LeadReader, Depth) {
  const plan::LeadSchema schema = RichSchema();
  EXPECT_EQ(ReadAndPrint(schema, Nested(64)), "1 unknown");
  EXPECT_EQ(ReadAndPrint(schema, Nested(65)), "!  too_deep");
  EXPECT_EQ(ReadAndPrint(schema, std::string(100'000, '[')), "!  too_deep");
}

TEST(LeadReader, Size) {
  const plan::LeadSchema schema = RichSchema();
  const std::string most = "{\"n\":1}" + std::string((1 << 20) - 7, ' ');
  EXPECT_EQ(ReadAndPrint(schema, most), "n=1");
  EXPECT_EQ(ReadAndPrint(schema, most + " "), "!  too_large");
}

TEST(LeadReader, ManyKeys) {
  const plan::LeadSchema schema = RichSchema();
  std::string lead = "{\"k\":0";
  for (int i = 0; i < 80'000; ++i)
    lead += ",\"k" + std::to_string(i) + "\":0";
  EXPECT_EQ(ReadAndPrint(schema, lead + "}"), "80001 unknown");
  EXPECT_EQ(ReadAndPrint(schema, lead + ",\"k79\":0}"), "!  duplicate_key");
}

// A reader and a lead are used again and again.
TEST(LeadReader, ReusesItsLead) {
  const plan::LeadSchema schema = RichSchema();
  LeadReader reader(schema);
  Lead lead;
  EXPECT_TRUE(reader.Read(R"({"$id":"a","t":"x\u0041","z":1,"es":["red"]})", kAsOf, lead));
  EXPECT_EQ(Printed(schema, lead), R"(id a; t="xA"; es=["red"]; 1 unknown)");
  EXPECT_FALSE(reader.Read(R"({"n":-1})", kAsOf, lead));
  EXPECT_EQ(Printed(schema, lead), "! n range");
  EXPECT_TRUE(reader.Read("{}", kAsOf, lead));
  EXPECT_EQ(Printed(schema, lead), "");
}

TEST(LeadReader, LeadOutlivesItsText) {
  const plan::LeadSchema schema = RichSchema();
  LeadReader reader(schema);
  Lead lead;
  std::string json =
      R"({"$id":"a","t":"x","mail":"ana@firm.example","site":"Firm.example","ts":["b","c"]})";
  EXPECT_TRUE(reader.Read(json, kAsOf, lead));
  json.assign(json.size(), '#');
  EXPECT_EQ(Printed(schema, lead),
            R"(id a; t="x"; mail="ana@firm.example"; site="firm.example"; ts=["b","c"])");
}

TEST(LeadReader, EmptySchema) {
  const plan::LeadSchema schema;
  EXPECT_EQ(ReadAndPrint(schema, R"({"a":{"b":1}})"), "1 unknown");
  EXPECT_EQ(ReadAndPrint(schema, "[]"), "!  type");
}

}  // namespace
}  // namespace lq::test
