#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "runtime/value/iso.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::test {
namespace {

struct Case {
  std::string_view field;
  std::string_view reports;
  // What is printed behind the field's name, or all that is printed if it begins with `!`.
  std::string_view expected;
};

void Check(std::initializer_list<Case> cases) {
  const plan::LeadSchema schema = RichSchema();
  for (const Case& test : cases) {
    const std::string name(test.field);
    const std::string lead = "{\"" + name + "\":{\"reports\":" + std::string(test.reports) + "}}";
    const bool is_whole = test.expected.empty() || test.expected.starts_with('!');
    const std::string expected = (is_whole ? "" : name) + std::string(test.expected);
    EXPECT_EQ(ReadAndPrint(schema, lead), expected) << lead;
  }
}

TEST(Reports, WithoutSources) {
  Check({{"n", R"([])", ""},
         {"n", R"([{"value":50}])", "=50"},
         {"n", R"([{"value":50,"source":"a"},{"value":50,"source":"b"}])", "=50"},
         {"n", R"([{"value":60,"source":"a"},{"value":40,"source":"b"}])",
          R"(={"one_of":[40,60]} disagreement)"},
         {"n", R"([{"value":null,"source":"a"},{"value":60,"source":"b"}])", "=60"},
         {"n", R"([{"source":"a"},{"value":"","source":"c"}])", ""},
         {"n", R"([{"value":1},{"value":2,"source":null},{"value":3,"source":""}])",
          R"(={"one_of":[1,2,3]} disagreement)"},
         {"t", R"([{"value":"a","source":"x"},{"value":"b","source":"y"}])",
          R"(={"one_of":["a","b"]} disagreement)"},
         {"es", R"([{"value":["red"],"source":"x"},{"value":[],"source":"y"}])",
          R"(={"one_of":[[],["red"]]} disagreement)"}});
}

TEST(Reports, OfOneSourceTheNewest) {
  Check(
      {{"n", R"([{"value":40,"source":"a","at":"2026-01-01T00:00:00Z"},
                   {"value":60,"source":"a","at":"2026-02-01T00:00:00Z"}])",
        "=60"},
       {"n", R"([{"at":"2026-02-01T00:00:00Z","source":"a","value":60},
                   {"at":"2026-01-01T00:00:00Z","source":"a","value":40}])",
        "=60"},
       {"n", R"([{"value":40,"source":"a","at":"2026-01-01T00:00:00Z"},
                   {"value":60,"source":"a","at":"2026-01-01T01:00:00+01:00"}])",
        R"(={"one_of":[40,60]} disagreement)"},
       {"n", R"([{"value":40,"source":"a"},{"value":60,"source":"a","at":"2020-01-01T00:00:00Z"}])",
        "=60"},
       {"n", R"([{"value":40,"source":"a"},{"value":41,"source":"a"}])",
        R"(={"one_of":[40,41]} disagreement)"},
       {"n",
        R"([{"value":40,"source":"a"},{"value":null,"source":"a","at":"2026-01-01T00:00:00Z"}])",
        "=40"},
       {"n", R"([{"value":1,"source":"a","at":"2026-01-01T00:00:00Z"},{"value":2,"source":"b"},
                   {"value":3,"source":"a","at":"2026-01-02T00:00:00Z"}])",
        R"(={"one_of":[2,3]} disagreement)"}});
}

TEST(Reports, Forms) {
  Check(
      {{"n", R"([{"value":{"from":50,"to":80},"source":"a"}])", R"(={"from":50,"to":80} band)"},
       {"n", R"([{"value":{"one_of":[1,2]},"source":"a"}])", R"(={"one_of":[1,2]} one_of)"},
       {"n", R"([{"value":{"one_of":[1,2]},"source":"a"},{"value":{"one_of":[2,1]},"source":"b"}])",
        R"(={"one_of":[1,2]} one_of)"},
       {"n", R"([{"value":{"one_of":[1,2]},"source":"a"},{"value":2,"source":"b"}])",
        R"(={"one_of":[1,2]} disagreement)"},
       {"n", R"([{"value":{"from":60,"to":80},"source":"a"},{"value":40,"source":"b"}])",
        R"(={"from":40,"to":80} disagreement)"},
       {"n",
        R"([{"value":{"from":1,"to":9},"source":"a"},{"value":{"from":1,"to":9},"source":"b"}])",
        R"(={"from":1,"to":9} band)"},
       {"n", R"([{"value":{"from":1,"to":9},"source":"a"},{"value":5,"source":"b"}])",
        R"(={"from":1,"to":9} disagreement)"},
       {"n", R"([{"value":{"from":null},"source":"a"}])", R"(={"from":0,"to":10000} band)"},
       {"yen", R"([{"value":{"amount":"5","currency":"JPY"},"source":"a"}])",
        R"(={"amount":"5","currency":"JPY"})"}});
}

TEST(Reports, TrustFirst) {
  Check(
      {{"trusted", R"([{"value":40,"source":"form"},{"value":60,"source":"crm"}])", "=60"},
       {"trusted", R"([{"value":60,"source":"form","at":"2026-07-30T00:00:00Z"},
                         {"value":40,"source":"crm","at":"2026-07-01T00:00:00Z"}])",
        "=60"},
       {"trusted", R"([{"value":60,"source":"crm","at":"2026-07-22T00:00:00Z"}])", "=60"},
       {"trusted", R"([{"value":60,"source":"crm","at":"2026-07-21T23:59:59.999Z"}])", " stale"},
       {"trusted", R"([{"value":60,"source":"crm","at":"2030-01-01T00:00:00Z"}])", "=60"},
       // A stale report counts as missing, so the older one without a time counts.
       {"trusted",
        R"([{"value":60,"source":"crm","at":"2026-01-01T00:00:00Z"},{"value":50,"source":"crm"}])",
        "=50"},
       {"trusted",
        R"([{"value":1,"source":"crm"},{"value":2,"source":"crm"},{"value":3,"source":"form"}])",
        R"(={"one_of":[1,2]} disagreement)"},
       {"trusted", R"([{"value":"","source":"crm"},{"value":3,"source":"form"}])", "=3"},
       {"any", R"([{"value":1,"source":"x","at":"2026-07-01T00:00:00Z"},{"value":2,"source":"y"}])",
        "=2"},
       {"any", R"([{"value":1,"source":"x","at":"2026-07-01T00:00:00Z"}])", " stale"}});
}

TEST(Reports, KeepBoth) {
  const plan::LeadSchema schema = RichSchema();
  const auto read = [&](std::string_view reports) {
    return ReadAndPrint(schema, R"({"company":{"size":{"reports":)" + std::string(reports) + "}}}");
  };
  EXPECT_EQ(read(R"([{"value":40,"source":"form"},{"value":60,"source":"crm"}])"),
            R"(company.size={"one_of":[40,60]} disagreement)");
  EXPECT_EQ(read(R"([{"value":40,"source":"form"},{"value":40,"source":"crm"}])"),
            "company.size=40");
  EXPECT_EQ(
      read(
          R"([{"value":40,"source":"form","at":"2025-07-31T00:00:00Z"},{"value":60,"source":"crm"}])"),
      "company.size=60");
  EXPECT_EQ(read(R"([{"value":40,"source":"linkedin"}])"), "! company.size unknown_source");
}

TEST(Reports, Faults) {
  Check({{"n", R"(5)", "! n type"},
         {"n", R"({"value":5})", "! n type"},
         {"n", R"([5])", "! n type"},
         {"n", R"([null])", "! n type"},
         {"n", R"([[{"value":5}]])", "! n type"},
         {"n", R"([{"value":1,"who":"x"}])", "! n type"},
         {"n", R"([{"value":99999,"who":"x"}])", "! n type"},
         {"n", R"([{"value":99999,"source":5}])", "! n range"},
         {"n", R"([{"source":5,"value":99999}])", "! n range"},
         {"n", R"([{"value":1,"source":5}])", "! n type"},
         {"n", R"([{"value":1,"source":["a"]}])", "! n type"},
         {"n", R"([{"value":1,"at":"2026-07-01"}])", "! n format"},
         {"n", R"([{"value":1,"at":5}])", "! n type"},
         {"n", R"([{"value":1,"at":null},{"value":1,"at":""}])", "=1"},
         {"n", R"([{"value":{"reports":[]},"source":"a"}])", "! n type"},
         {"n", R"([{"value":1},{"value":"x"}])", "! n type"},
         {"trusted", R"([{"value":1,"source":"web"}])", "! trusted unknown_source"},
         {"trusted", R"([{"value":1}])", "! trusted unknown_source"},
         {"trusted", R"([{"value":null,"source":"web"}])", ""},
         {"trusted", R"([{"value":101,"source":"web"}])", "! trusted range"}});
}

TEST(Reports, InvalidIsMissing) {
  Check({{"lax", R"([{"value":101,"source":"a"},{"value":5,"source":"b"}])", "=5"},
         {"lax", R"([{"value":101,"source":"a"}])", " invalid"},
         {"lax", R"([{"value":5,"who":"a"}])", " invalid"},
         {"lax", R"([7])", " invalid"},
         {"lax", R"([{"value":1,"source":"a"},7])", "=1"}});
  const plan::LeadSchema schema = RichSchema();
  EXPECT_EQ(ReadAndPrint(schema, R"({"group":{"lax":{"reports":[{"value":5,"source":"web"}]}}})"),
            "! group.lax unknown_source");
}

// More values than a set holds: the whole domain of a type without an order.
TEST(Reports, ManyCountries) {
  std::string reports = "[";
  for (std::size_t i = 0; i < 65; ++i) {
    reports.append(i > 0 ? "," : "").append(R"({"value":")").append(CountryCode(i));
    reports.append(R"(","source":"s)").append(std::to_string(i)).append("\"}");
  }
  Check({{"cc", reports + "]", "=null disagreement"}});
}

TEST(Reports, Many) {
  std::string reports = "[";
  for (int i = 0; i < 20'000; ++i) {
    reports.append(i > 0 ? "," : "").append(R"({"value":)").append(std::to_string(i % 1000 + 5));
    reports.append(R"(,"source":"s)").append(std::to_string(i)).append("\"}");
  }
  Check({{"n", reports + "]", R"(={"from":5,"to":1004} disagreement)"}});
}

}  // namespace
}  // namespace lq::test
