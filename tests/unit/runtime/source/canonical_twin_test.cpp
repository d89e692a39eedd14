#include "tests/support/source/canonical_twin.h"

#include <random>

#include <gtest/gtest.h>

#include "runtime/value/arena.h"
#include "stdlib/function.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/payload/payload_source.h"
#include "tests/support/source/example_source.h"

namespace lq::test {
namespace {

using Kind = PlaceValue::Kind;

// What may stand in a cell, whatever its field: right for one of them, odd or wrong for others.
constexpr std::string_view kCells[] = {
    "",
    " ",
    "NA",
    "yes",
    "No",
    "TRUE",
    "n",
    "1",
    "0",
    "1.0",
    "0.0",
    "ye\xC5\xBF",
    "student",
    "Decision Maker",
    "DECISION_MAKER",
    "Boss",
    " Boss ",
    "Ana",
    "A\xCC\x81na",
    "\xC3\x81na",
    "a\"b\\c",
    "tab\there",
    std::string_view("nul\0here", 8),
    "a text that is too long for its field",
    "1-5",
    "+7",
    "007",
    "7.0",
    "7.5",
    ".5",
    "5.",
    "-0",
    "-3",
    "1e2",
    "1E-1",
    "999999",
    "1,234",
    "1.234,56",
    "0,4",
    "12345678901234567890",
    "0.00000000000000000001",
    "5000",
    "5000 EUR",
    "EUR 12.5",
    "12.345",
    "5 USD",
    "80",
    "80%",
    "80 %",
    "100.01%",
    "%",
    "24 Dec 26 08:30:00 PM",
    "24 Dec 26 08:30:00",
    "31 Feb 26 08:30:00 AM",
    "1785542400",
    "1785542400.5",
    "-1",
    "99999999999999",
    "2026-07-01",
    "2026-07-01T10:00:00Z",
    "2026-07-01 10:00:00",
    "2020-01-01T00:00:00Z",
    "ana@firm.example",
    "Ana@FIRM.Example",
    "ana@b\xC3\xBC"
    "cher.example",
    "ana@xn--a.example",
    "@",
    "+49 (151) 234-567",
    "0151 234567",
    "DE",
    "de",
    "Germany",
    "true",
    "false",
    "[]",
    "{}",
    "null",
};

// A place of any kind; lists hold such values in turn.
class Places {
 public:
  explicit Places(std::uint64_t seed) : random_(seed) {}

  PlaceValue Any() {
    switch (Below(20)) {
      case 0:
        return {};
      case 1:
        return {Kind::kObject};
      case 2:
        return {Kind::kYesNo, Below(2) == 0 ? "true" : "false"};
      case 3:
        return {Kind::kNumber, kNumbers[Below(std::size(kNumbers))]};
      case 4:
        return List();
      default:
        return {Kind::kText, kCells[Below(std::size(kCells))]};
    }
  }

  std::size_t Below(std::size_t limit) { return random_() % limit; }
  void Forget() { arena_.Reset(); }

 private:
  static constexpr std::string_view kNumbers[] = {"0", "1", "7", "-0", "12.50", "1e3", "999999"};

  PlaceValue List() {
    const std::span<PlaceValue> items = arena_.MakeArray<PlaceValue>(Below(4));
    for (PlaceValue& item : items)
      item = {Kind::kText, kCells[Below(std::size(kCells))]};
    return {Kind::kList, {}, items};
  }

  std::mt19937_64 random_;
  Arena arena_;
};

// The source of every type, with rules of fields that differ from trial to trial.
Example Varied(std::size_t trial) {
  Example example = EveryTypeAndLists();
  example.plan.format = trial % 2 == 0 ? plan::SourceFormat::kForm : plan::SourceFormat::kJson;
  if (trial % 3 == 1)
    example.plan.at.reset();
  for (std::size_t i = 0; i < example.schema.fields.size(); ++i) {
    plan::SchemaField& field = example.schema.fields[i];
    field.required = trial == 3 && i == 0;
    field.invalid_is_missing = (i + trial) % 3 == 0;
    if ((i + trial) % 4 == 0)
      field.sources = {"crm", "form"};
    if (trial == 4 && i % 3 == 0)
      field.sources = {"crm"};
    if ((i + trial) % 6 == 0)
      field.stale_after_days = 30;
  }
  return example;
}

void AddMore(Example& example) {
  example.Add("constant.yes", NumberType(TypeKind::kYesNo, 0, 0, 1), {}).constant = "false";
  example.Add("constant.text", TextType(TypeKind::kText, 20), {}).constant = "\"A\\u0301na\"";
  example.Add("constant.band", NumberType(TypeKind::kInteger, 0, 0, 9), {}).constant =
      R"({"from":2,"to":5})";
  example.Add("constant.topics", TopicsType(), {}).constant = R"(["a","b"])";
  example.Add("grams", NumberType(TypeKind::kInteger, 0, 0, 100'000), {"kilos"}).as.factor =
      DecimalFactor{1000, 0};
  example.Add("land", CodeType(TypeKind::kCountry, CountryCount()), {"land"}).by =
      plan::SourceFunction{stdlib::FindConversion("country_name"), nullptr, {}, {}};
  std::sort(example.plan.fields.begin(), example.plan.fields.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
}

TEST(CanonicalTwin, TheShortWayMeansWhatTheCanonicalLeadMeans) {
  constexpr std::size_t kTrials = 12;
  constexpr std::size_t kRows = 1500;
  std::size_t accepted = 0;
  for (std::size_t trial = 0; trial < kTrials; ++trial) {
    Example example = Varied(trial);
    AddMore(example);
    LeadMapper mapper(example.plan, example.schema);
    CanonicalTwin twin(example.schema);
    Places random(trial);
    std::vector<PlaceValue> places(example.plan.places.size());
    Lead lead;
    for (std::size_t row = 0; row < kRows; ++row) {
      random.Forget();
      // Mostly nothing, so that some leads are accepted.
      std::fill(places.begin(), places.end(), PlaceValue{});
      for (std::size_t given = random.Below(5); given > 0; --given)
        places[random.Below(places.size())] = random.Any();
      accepted += mapper.Read(places, kAsOf, lead) ? 1 : 0;
      if (!lead.errors.empty())
        mapper.Reword({}, lead);
      const CanonicalTwin::Pair pair = twin.Compare(mapper, kAsOf, lead);
      ASSERT_TRUE(pair.agree()) << "trial " << trial << " row " << row << ": " << mapper.Canonical()
                                << "\n mapped " << pair.mapped << "\n read   " << pair.read;
    }
  }
  EXPECT_GT(accepted, kTrials * kRows / 20);
  EXPECT_LT(accepted, kTrials * kRows / 2);
}

}  // namespace
}  // namespace lq::test
