// What the standard libraries decide, by every tier.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "runtime/value/iso.h"
#include "stdlib/library/library.h"
#include "tests/support/sections.h"
#include "tests/support/tiers/policy_package.h"

namespace lq::stdlib {
namespace {

using test::PolicyPackage;

// A policy with a score for each named condition: 1 when it holds.
class Conditions {
 public:
  Conditions(const std::string& field, const std::map<std::string, std::string>& conditions) {
    std::string policy =
        "edition 2026\npolicy p version 1\nuses schema lead\nuses library std_geo\n"
        "uses library std_email\nuses library std_title\nuses library std_firmographics\n"
        "owner \"a\"\noutcomes strongest first yes_it_is, otherwise_not\n"
        "otherwise otherwise_not weakly because NONE\nundecided becomes ask_more\n"
        "doubtful becomes review\n";
    for (const auto& [name, condition] : conditions) {
      policy += "score is_" + name + " from 0 to 1\n  add 1 when " + condition + "\n";
    }
    policy +=
        "rule hit choose yes_it_is strongly when " + conditions.begin()->second + " reason HIT\n";
    package_ = std::make_unique<PolicyPackage>(
        std::map<std::string, std::string>{
            {"lead.lq",
             "edition 2026\nschema lead version 1\nuses library std_firmographics\n"
             "field " +
                 field + " required\n"},
            {"p.lq", policy}},
        "p.lq");
    EXPECT_EQ(package_->problems(), "");
  }

  // The names of the conditions that hold of the lead, in every tier.
  std::set<std::string> Holding(const nlohmann::json& lead) {
    const auto decisions = package_->Decide(lead.dump(), {}, {});
    for (const auto& decision : decisions) {
      EXPECT_EQ(decision.decision, decisions.front().decision) << decision.tier;
    }
    std::set<std::string> holding;
    const nlohmann::json first = nlohmann::json::parse(decisions.front().decision);
    for (const auto& [name, score] : first.at("scores").items()) {
      if (score.at("low") == 1) {
        holding.insert(name.substr(3));
      }
    }
    return holding;
  }

 private:
  std::unique_ptr<PolicyPackage> package_;
};

using Names = std::set<std::string>;

TEST(StdGeo, EveryCountryIsInOneSalesRegion) {
  Conditions conditions(
      "c is country",
      {{"emea", "c in emea"}, {"apac", "c in apac"}, {"americas", "c in americas"}});
  for (std::size_t i = 0; i < CountryCount(); ++i) {
    EXPECT_EQ(conditions.Holding({{"c", CountryCode(i)}}).size(), 1U) << CountryCode(i);
  }
}

TEST(StdGeo, RegionsOfSomeCountries) {
  std::map<std::string, std::string> sets;
  for (const LibraryName& name : FindLibrary("std_geo")->names) {
    sets[std::string(name.name)] = "c in " + std::string(name.name);
  }
  Conditions conditions("c is country", sets);
  const std::pair<const char*, Names> cases[] = {
      {"DE", {"dach", "eea", "emea", "eu", "europe", "eurozone", "gdpr", "schengen"}},
      {"CH", {"dach", "emea", "europe", "schengen"}},
      {"GB", {"emea", "europe", "gdpr", "uk_and_ireland"}},
      {"IE", {"eea", "emea", "eu", "europe", "eurozone", "gdpr", "uk_and_ireland"}},
      {"BG", {"eea", "emea", "eu", "europe", "eurozone", "gdpr", "schengen"}},
      {"NO", {"eea", "emea", "europe", "gdpr", "nordics", "schengen"}},
      {"RE", {"africa", "emea", "gdpr"}},
      {"TR", {"emea", "middle_east", "western_asia"}},
      {"IR", {"emea", "middle_east", "southern_asia"}},
      {"US", {"americas", "north_america"}},
      {"MX", {"americas", "latin_america"}},
      {"CU", {"americas", "caribbean", "latin_america"}},
      {"IN", {"apac", "southern_asia"}},
      {"SG", {"apac", "asean", "southeastern_asia"}},
      {"AU", {"anz", "apac", "oceania"}},
      {"AE", {"emea", "gcc", "middle_east", "western_asia"}},
      {"KZ", {"central_asia", "emea"}},
  };
  for (const auto& [code, regions] : cases) {
    EXPECT_EQ(conditions.Holding({{"c", code}}), regions) << code;
  }
}

TEST(StdEmail, DomainsAndRoles) {
  Conditions conditions("e is email", {{"free", "domain of e in free_mail_domains"},
                                       {"gone", "domain of e in disposable_domains"},
                                       {"role", "e matches role_mailbox"}});
  const std::pair<const char*, Names> cases[] = {
      {"ana@gmail.com", {"free"}},
      {"ana@GMX.de", {"free"}},
      {"ana@web.de", {"free"}},
      {"info@yahoo.com", {"free", "role"}},
      {"ana@mailinator.com", {"gone"}},
      {"ana@firm.example", {}},
      {"info@firm.example", {"role"}},
      {"Info@firm.example", {"role"}},
      {"info-de@firm.example", {"role"}},
      {"sales+web@firm.example", {"role"}},
      {"no-reply@firm.example", {"role"}},
      {"vertrieb@firm.example", {"role"}},
      {"information.desk@firm.example", {}},
      {"ines.sales@firm.example", {}},
      {"hrvoje@firm.example", {}},
      {"ana@info.example", {}},
  };
  for (const auto& [email, names] : cases) {
    EXPECT_EQ(conditions.Holding({{"e", email}}), names) << email;
  }
}

// No domain is both: which set a policy asks first does not matter.
TEST(StdEmail, DomainsAreInOneSet) {
  const auto& names = FindLibrary("std_email")->names;
  std::map<std::string, int> seen;
  for (const LibraryName& name : names) {
    std::istringstream lines{std::string(name.declaration)};
    for (std::string word; name.kind == "set" && lines >> word;) {
      seen[word] += word.starts_with('"') ? 1 : 0;
    }
  }
  EXPECT_GT(seen.size(), 10'000U);
  for (const auto& [domain, count] : seen) {
    EXPECT_LE(count, 1) << domain;
  }
}

TEST(StdFirmographics, BandsBearTheLabelsOfForms) {
  Conditions conditions("s is one of staff_band", {{"small", "s in small_staff_bands"},
                                                   {"medium", "s in medium_staff_bands"},
                                                   {"large", "s in large_staff_bands"}});
  const std::pair<const char*, Names> cases[] = {
      {"1-10", {"small"}},       {"11-50", {"small"}},  {"51-200 employees", {"medium"}},
      {"501-1,000", {"medium"}}, {"10001+", {"large"}}, {"staff_1001_to_5000", {"large"}},
  };
  for (const auto& [label, names] : cases) {
    EXPECT_EQ(conditions.Holding({{"s", label}}), names) << label;
  }
}

// job_titles.tsv: a title, and the patterns that it matches.
TEST(StdTitle, RecognisesSeniorityAndFunction) {
  constexpr std::string_view kEnd = "_title";
  std::map<std::string, std::string> patterns;
  for (const LibraryName& name : FindLibrary("std_title")->names) {
    const std::string bare(name.name.substr(0, name.name.size() - kEnd.size()));
    patterns[bare] = "t matches " + std::string(name.name);
  }
  Conditions conditions("t is text", patterns);
  std::istringstream table(
      test::ReadWhole(std::string(LQ_SOURCE_DIR) + "/tests/unit/stdlib/library/job_titles.tsv"));
  int titles = 0;
  Names met;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) {
      continue;
    }
    const std::size_t tab = line.find('\t');
    std::istringstream words(line.substr(tab + 1));
    Names expected;
    for (std::string word; words >> word;) {
      expected.insert(word);
      met.insert(word);
    }
    ++titles;
    EXPECT_EQ(conditions.Holding({{"t", line.substr(0, tab)}}), expected) << line;
  }
  EXPECT_GE(titles, 200);
  EXPECT_EQ(met.size(), patterns.size()) << "a pattern that no title matches";
}

}  // namespace
}  // namespace lq::stdlib
