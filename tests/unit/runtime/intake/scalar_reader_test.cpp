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

TEST(ScalarReader, Nothing) {
  Check({{"{}", ""},
         {R"({"n":null,"t":null,"cc":null,"es":null})", ""},
         {R"({"n":"","t":"","day":"","es":""})", ""}});
}

TEST(ScalarReader, YesNo) {
  Check({{R"({"y":true})", "y=true"},
         {R"({"y":false})", "y=false"},
         {R"({"y":"yes"})", "y=true"},
         {R"({"y":"no"})", "y=false"},
         {R"({"y":"\u0079es"})", "y=true"},
         {R"({"y":"NO"})", "! y type"},
         {R"({"y":"maybe"})", "! y type"},
         {R"({"y":1})", "! y type"},
         {R"({"y":[true]})", "! y type"}});
}

TEST(ScalarReader, Enum) {
  Check({{R"({"e":"red"})", R"(e="red")"},
         {R"({"e":"Red"})", R"(e="red")"},
         {R"({"e":"Rouge"})", R"(e="red")"},
         {R"({"e":"RED"})", "! e value"},
         {R"({"e":" red"})", "! e value"},
         {R"({"e":"Bleu foncé"})", R"(e="blue")"},
         // The accent as a mark of its own.
         {"{\"e\":\"Bleu fonce\u0301\"}", R"(e="blue")"},
         {R"({"e":0})", "! e type"},
         {R"({"e":true})", "! e type"},
         {R"({"shade":"LIGHT ONE"})", R"(shade="light")"},
         {R"({"shade":"Dark"})", R"(shade="dark")"},
         {R"({"shade":"red"})", "! shade value"}});
}

TEST(ScalarReader, Text) {
  Check({{R"({"t":"a"})", R"(t="a")"},
         {R"({"t":"äöüßé"})", R"(t="äöüßé")"},
         {R"({"t":"abcdef"})", "! t range"},
         // Ten code points that are five in normal form C.
         {"{\"t\":\"e\u0301e\u0301e\u0301e\u0301e\u0301\"}", R"(t="ééééé")"},
         {R"({"t":"\ud83d\ude00\n\"\\"})", R"(t="😀\n\"\\")"},
         {R"({"t":" a "})", R"(t=" a ")"},
         {R"({"t":"a\u0000b"})", "! t format"},
         {R"({"t":5})", "! t type"},
         {R"({"t":{}})", "! t type"},
         {R"({"t":{"a":[{"b":1}]}})", "! t type"}});
}

TEST(ScalarReader, Integer) {
  Check({{R"({"n":12})", "n=12"},
         {R"({"n":12.0})", "n=12"},
         {R"({"n":1e3})", "n=1000"},
         {R"({"n":1.5e1})", "n=15"},
         {R"({"n":100000e-2})", "n=1000"},
         {R"({"n":-0})", "n=0"},
         {R"({"n":0})", "n=0"},
         {R"({"n":10000})", "n=10000"},
         {R"({"n":10001})", "! n range"},
         {R"({"n":-1})", "! n range"},
         {R"({"n":12.5})", "! n type"},
         {R"({"n":1e-3})", "! n type"},
         {R"({"n":"12"})", "! n type"},
         {R"({"n":true})", "! n type"},
         {R"({"n":99999999999999999999999})", "! n range"},
         {R"({"n":1e999999999999999999999})", "! n range"},
         {R"({"n":0.0000000000000000000000000})", "n=0"},
         {R"({"n":[1]})", "! n type"},
         {R"({"whole":9223372036854775807})", "whole=9223372036854775807"},
         {R"({"whole":-9223372036854775808})", "whole=-9223372036854775808"},
         {R"({"whole":9223372036854775808})", "! whole range"},
         {R"({"whole":123456789012345678})", "whole=123456789012345678"},
         {R"({"whole":1234567890123456789})", "whole=1234567890123456789"}});
}

TEST(ScalarReader, Decimal) {
  Check({{R"({"d":0.1})", R"(d="0.10")"},
         {R"({"d":"0.1"})", R"(d="0.10")"},
         {R"({"d":"-12.50"})", R"(d="-12.50")"},
         {R"({"d":1e1})", R"(d="10.00")"},
         {R"({"d":100.000000})", R"(d="100.00")"},
         {R"({"d":100.01})", "! d range"},
         {R"({"d":0.125})", "! d format"},
         {R"({"d":"many"})", "! d format"},
         {R"({"d":" 1"})", "! d format"},
         {R"({"d":"1,5"})", "! d format"},
         {R"({"d":false})", "! d type"},
         {R"({"d":1e400})", "! d range"}});
}

TEST(ScalarReader, Money) {
  Check({{R"({"m":5999.99})", R"(m={"amount":"5999.99","currency":"EUR"})"},
         {R"({"m":6000})", R"(m={"amount":"6000.00","currency":"EUR"})"},
         {R"({"m":{"amount":"5999.99","currency":"EUR"}})",
          R"(m={"amount":"5999.99","currency":"EUR"})"},
         {R"({"m":{"currency":"EUR","amount":5999.9}})",
          R"(m={"amount":"5999.90","currency":"EUR"})"},
         {R"({"yen":{"amount":"5000","currency":"JPY"}})",
          R"(yen={"amount":"5000","currency":"JPY"})"},
         {R"({"yen":1.5})", "! yen format"},
         {R"({"m":1.001})", "! m format"},
         {R"({"m":{"amount":"1.001","currency":"EUR"}})", "! m format"},
         {R"({"m":{"amount":"x","currency":"EUR"}})", "! m format"},
         {R"({"m":{"amount":"1","currency":"USD"}})", "! m value"},
         {R"({"m":{"amount":"x","currency":"USD"}})", "! m value"},
         {R"({"m":{"currency":"USD","amount":"x"}})", "! m value"},
         {R"({"m":{"amount":"1","currency":"Euro"}})", "! m value"},
         {R"({"m":{"amount":"1"}})", "! m type"},
         {R"({"m":{"currency":"EUR"}})", "! m type"},
         {R"({"m":{"amount":"1","currency":9}})", "! m type"},
         {R"({"m":{"amount":null,"currency":"EUR"}})", "! m type"},
         {R"({"m":{"amount":[[1]],"currency":{"a":{}}}})", "! m type"},
         {R"({"m":{"amount":"1","currency":"EUR","tax":1}})", "! m type"},
         {R"({"m":{"amount":"-1","currency":"EUR"}})", "! m range"},
         {R"({"m":"5999.99"})", R"(m={"amount":"5999.99","currency":"EUR"})"},
         {R"({"m":"5999.99 EUR"})", "! m format"},
         {R"({"m":true})", "! m type"},
         {R"({"n":{"amount":"1","currency":"EUR"}})", "! n type"}});
}

TEST(ScalarReader, Percent) {
  Check({{R"({"p":80})", R"(p="80%")"},
         {R"({"p":"80%"})", R"(p="80%")"},
         {R"({"p":12.5})", R"(p="12.5%")"},
         {R"({"p":"12.50%"})", R"(p="12.5%")"},
         {R"({"share":-100})", R"(share="-100%")"},
         {R"({"p":101})", "! p range"},
         {R"({"p":"80"})", R"(p="80%")"},
         {R"({"p":"80%%"})", "! p format"},
         {R"({"p":"80 %"})", "! p format"},
         {R"({"p":"%"})", "! p format"},
         {R"({"p":12.345})", "! p format"},
         {R"({"p":true})", "! p type"}});
}

TEST(ScalarReader, Times) {
  Check({{R"({"day":"2024-02-29"})", R"(day="2024-02-29")"},
         {R"({"day":"2023-02-29"})", "! day format"},
         {R"({"day":"2024-2-9"})", "! day format"},
         {R"({"day":"2024-02-29T00:00:00Z"})", "! day format"},
         {R"({"day":20240229})", "! day type"},
         {R"({"at":"2026-07-01T10:00:00Z"})", R"(at="2026-07-01T10:00:00Z")"},
         {R"({"at":"2026-07-01T12:00:00.250+02:00"})", R"(at="2026-07-01T10:00:00.250Z")"},
         {R"({"at":"2026-07-01"})", "! at format"},
         {R"({"at":"yesterday"})", "! at format"},
         {R"({"at":1782900000})", "! at type"}});
}

TEST(ScalarReader, Addresses) {
  Check({{R"({"mail":"Ana@FIRM.example"})", R"(mail="Ana@firm.example")"},
         {R"({"mail":"ana@b\u00fccher.example"})", R"(mail="ana@xn--bcher-kva.example")"},
         {R"({"mail":"ana at firm.example"})", "! mail format"},
         {R"({"mail":"@firm.example"})", "! mail format"},
         {R"({"mail":"a\u0000@firm.example"})", "! mail format"},
         {R"({"mail":7})", "! mail type"},
         {R"({"site":"Firm.EXAMPLE"})", R"(site="firm.example")"},
         {R"({"site":"firm"})", "! site format"},
         {R"({"site":["firm.example"]})", "! site type"},
         {R"({"tel":"+49 (30) 123-45.67"})", R"(tel="+49301234567")"},
         {R"({"tel":"0049301234567"})", "! tel format"},
         {R"({"tel":49301234567})", "! tel type"}});
}

TEST(ScalarReader, Codes) {
  Check({{R"({"cc":"DE","cur":"EUR","lang":"de"})", R"(cc="DE"; cur="EUR"; lang="de")"},
         {R"({"cc":"XX","cur":"EUX","lang":"xx"})", "! cc value; cur value; lang value"},
         {R"({"cc":"de","cur":"eur","lang":"DE"})", "! cc value; cur value; lang value"},
         {R"({"cc":"Germany"})", "! cc value"},
         {R"({"cc":1,"cur":true,"lang":[]})", "! cc type; cur type; lang type"}});
}

TEST(ScalarReader, Lists) {
  Check({{R"({"es":["green","Rouge"]})", R"(es=["green","red"])"},
         {R"({"es":["red","Red","green"]})", R"(es=["red","green"])"},
         {R"({"es":[]})", "es=[]"},
         {R"({"es":["red","red","red","red"]})", "! es range"},
         {R"({"es":["red","pink"]})", "! es value"},
         {R"({"es":["red",5]})", "! es type"},
         {R"({"es":["red",["red"]]})", "! es type"},
         {R"({"es":["red",null]})", "! es type"},
         {R"({"es":["red",""]})", "! es value"},
         {R"({"es":"red"})", "! es type"},
         {R"({"es":{"red":true}})", "! es type"},
         {R"({"ts":["x","","x"]})", R"(ts=["x",""])"},
         {R"({"ts":["abcdef"]})", "! ts range"},
         {R"({"ccs":["DE","AT"]})", R"(ccs=["DE","AT"])"},
         {R"({"ccs":["ZZ"]})", "! ccs value"},
         {R"({"langs":["en","de"]})", R"(langs=["en","de"])"}});
}

// A text far longer than its field allows is refused without being normalised.
TEST(ScalarReader, VeryLongText) {
  const plan::LeadSchema schema = RichSchema();
  for (const std::string_view field : {"t", "e", "mail", "site", "tel", "cc", "day", "d"}) {
    const std::string lead =
        "{\"" + std::string(field) + "\":\"" + std::string(1'000'000, 'a') + "\"}";
    EXPECT_TRUE(ReadAndPrint(schema, lead).starts_with("! " + std::string(field))) << field;
  }
}

}  // namespace
}  // namespace lq::test
