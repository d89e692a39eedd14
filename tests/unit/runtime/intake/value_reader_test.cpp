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

void Check(std::initializer_list<Case> cases) {
  const plan::LeadSchema schema = RichSchema();
  for (const Case& test : cases)
    EXPECT_EQ(ReadAndPrint(schema, test.lead), test.expected) << test.lead;
}

std::string OneOfNumbers(int count) {
  std::string lead = R"({"n":{"one_of":[)";
  for (int i = 0; i < count; ++i)
    lead.append(i > 0 ? "," : "").append(std::to_string(i));
  return lead + "]}}";
}

TEST(ValueReader, OneOf) {
  Check(
      {{R"({"n":{"one_of":[90,50]}})", R"(n={"one_of":[50,90]} one_of)"},
       {R"({"n":{"one_of":[50]}})", "n=50"},
       {R"({"n":{"one_of":[50,50.0]}})", "n=50"},
       {R"({"n":{"one_of":[]}})", "! n band"},
       {R"({"n":{"one_of":[1,99999]}})", "! n range"},
       {R"({"n":{"one_of":[1,null]}})", "! n type"},
       {R"({"n":{"one_of":[1,{"from":2}]}})", "! n type"},
       {R"({"n":{"one_of":5}})", "! n type"},
       {R"({"n":{"one_of":null}})", "! n type"},
       {R"({"n":{"one_of":[1],"from":2}})", "! n type"},
       {R"({"t":{"one_of":["b","","a"]}})", R"(t={"one_of":["","a","b"]} one_of)"},
       {R"({"t":{"one_of":[""]}})", R"(t="")"},
       {R"({"n":{"one_of":[""]}})", "! n type"},
       {R"({"y":{"one_of":[true,"no"]}})", R"(y={"one_of":[false,true]} one_of)"},
       {R"({"cc":{"one_of":["DE","AT"]}})", R"(cc={"one_of":["AT","DE"]} one_of)"},
       {R"({"es":{"one_of":[["red"],[]]}})", R"(es={"one_of":[[],["red"]]} one_of)"},
       {R"({"es":{"one_of":["red"]}})", "! es type"},
       {R"({"yen":{"one_of":[{"amount":"2","currency":"JPY"},1]}})",
        R"(yen={"one_of":[{"amount":"1","currency":"JPY"},{"amount":"2","currency":"JPY"}]} one_of)"}});
}

TEST(ValueReader, OneOfIsLimited) {
  const plan::LeadSchema schema = RichSchema();
  EXPECT_TRUE(ReadAndPrint(schema, OneOfNumbers(64)).ends_with("63]} one_of"));
  EXPECT_EQ(ReadAndPrint(schema, OneOfNumbers(65)), "! n range");
}

TEST(ValueReader, Band) {
  Check(
      {{R"({"n":{"from":51,"to":200}})", R"(n={"from":51,"to":200} band)"},
       {R"({"n":{"to":200,"from":51}})", R"(n={"from":51,"to":200} band)"},
       {R"({"n":{"from":51}})", R"(n={"from":51,"to":10000} band)"},
       {R"({"n":{"to":51}})", R"(n={"from":0,"to":51} band)"},
       {R"({"n":{"from":null}})", R"(n={"from":0,"to":10000} band)"},
       {R"({"n":{"from":"","to":null}})", R"(n={"from":0,"to":10000} band)"},
       {R"({"n":{"from":7,"to":7}})", "n=7"},
       {R"({"n":{"from":10000}})", "n=10000"},
       {R"({"n":{"from":5,"to":4}})", "! n band"},
       {R"({"n":{"from":5,"to":99999}})", "! n range"},
       {R"({"n":{"from":5.5,"to":99999}})", "! n type"},
       {R"({"n":{"to":99999,"from":5.5}})", "! n type"},
       {R"({"n":{"from":[],"to":4}})", "! n type"},
       {R"({"n":{"from":{"from":1}}})", "! n type"},
       {R"({"n":{"from":1,"upto":2}})", "! n type"},
       {R"({"t":{"from":"a","to":"b"}})", "! t band"},
       {R"({"y":{"from":false}})", "! y band"},
       {R"({"tel":{"from":5,"to":1}})", "! tel band"},
       {R"({"cc":{"from":"AT","to":"DE"}})", "! cc band"},
       {R"({"es":{"from":["red"]}})", "! es band"},
       {R"({"day":{"from":"2026-01-01","to":"2026-02-01"}})",
        R"(day={"from":"2026-01-01","to":"2026-02-01"} band)"},
       {R"({"d":{"from":"1.25"}})", R"(d={"from":"1.25","to":"100.00"} band)"},
       {R"({"p":{"from":"80%","to":81}})", R"(p={"from":"80%","to":"81%"} band)"},
       {R"({"yen":{"from":{"amount":"5","currency":"JPY"},"to":6}})",
        R"(yen={"from":{"amount":"5","currency":"JPY"},"to":{"amount":"6","currency":"JPY"}} band)"},
       {R"({"yen":{"from":{"amount":"5","currency":"EUR"},"to":6}})", "! yen value"}});
}

TEST(ValueReader, OtherObjects) {
  Check({{R"({"n":{}})", "! n type"},
         {R"({"n":{"value":1}})", "! n type"},
         {R"({"n":{"amount":1}})", "! n type"},
         {R"({"m":{"price":1}})", "! m type"},
         {R"({"m":{}})", "! m type"},
         {R"({"n":{"\u006fne_of":[3]}})", "n=3"}});
}

TEST(ValueReader, InvalidIsMissing) {
  Check({{R"({"lax":5})", "lax=5"},
         {R"({"lax":101})", "lax invalid"},
         {R"({"lax":"x"})", "lax invalid"},
         {R"({"lax":{"from":5,"to":4}})", "lax invalid"},
         {R"({"lax":{"one_of":[]}})", "lax invalid"},
         {R"({"lax":{"one_of":[1,101]}})", "lax invalid"},
         {R"({"lax":{"what":{"is":[{}]}}})", "lax invalid"},
         {R"({"lax":""})", ""},
         {R"({"group":7,"n":1})", "n=1; group.lax invalid"},
         {R"({"group":{"lax":{"reports":"x"}}})", "group.lax invalid"}});
}

TEST(ValueReader, RequiredAndInvalid) {
  plan::LeadSchema schema = RichSchema();
  for (plan::SchemaField& field : schema.fields)
    field.required = field.path == "lax" || field.path == "n";
  EXPECT_EQ(ReadAndPrint(schema, R"({"n":1,"lax":2})"), "n=1; lax=2");
  EXPECT_EQ(ReadAndPrint(schema, R"({"n":"","lax":101})"), "! lax required; n required");
  EXPECT_EQ(ReadAndPrint(schema, R"({"n":{"reports":[{"value":null,"source":"a"}]},"lax":1})"),
            "! n required");
  EXPECT_EQ(ReadAndPrint(schema, R"({"n":{"from":null},"lax":1})"),
            R"(n={"from":0,"to":10000} band; lax=1)");
}

}  // namespace
}  // namespace lq::test
