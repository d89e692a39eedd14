#include "tests/bench/scoring/scoring_lead.h"

#include <array>
#include <cmath>
#include <random>

#include <fmt/format.h>

#include "runtime/value/iso.h"

namespace lq::bench {
namespace {

// The first ones are the likely ones.
constexpr std::array kCountryCodes = {"DE", "DE", "DE", "AT", "CH", "FR", "FR", "IT", "ES", "NL",
                                      "BE", "US", "US", "GB", "PL", "SE", "DK", "CA", "IN", "IR"};
constexpr std::array kEmailKinds = {"company", "free_mail", "disposable"};
constexpr std::array kRoles = {"student", "user", "influencer", "decision_maker"};
constexpr std::array kIndustryNames = {"software", "manufacturing", "finance",       "health",
                                       "retail",   "education",     "public_sector", "other"};

class LeadMaker {
 public:
  LeadMaker(int unknown_percent, std::uint64_t seed)
      : random_(seed), unknown_percent_(unknown_percent) {}

  GeneratedLead Make(std::size_t number) {
    GeneratedLead made;
    made.email = fmt::format("person{}@firm{}.example", number, Below(977));
    made.lead.email_kind = Chance(74) ? kCompany : Chance(85) ? kFreeMail : kDisposable;
    made.lead.country = *FindCountry(kCountryCodes[Below(kCountryCodes.size())]);
    made.lead.role = static_cast<Role>(Below(kRoles.size()));
    made.lead.industry = static_cast<std::uint8_t>(Below(kIndustries));
    made.lead.employees = static_cast<std::int32_t>(Spread(1, 20'000));
    // Some say it to the cent.
    made.lead.annual_budget = Spread(500, 200'000) * 100 + (Chance(20) ? Below(100) : 0);
    made.lead.asked_demo = Chance(30);
    made.lead.opted_in = Chance(96);
    made.lead.intent = static_cast<std::uint8_t>(Below(101));
    made.lead.engagement = static_cast<std::uint8_t>(Below(101));
    made.lead.visits = static_cast<std::uint16_t>(Spread(1, 100));
    for (int field = kEmailKind; field < kFields; ++field)
      made.unknown |= static_cast<std::uint16_t>(Chance(unknown_percent_) ? 1U << field : 0U);
    return made;
  }

 private:
  int Below(std::size_t limit) { return static_cast<int>(random_() % limit); }
  bool Chance(int percent) { return Below(100) < percent; }
  // As likely between 1 and 10 as between 10 and 100.
  std::int64_t Spread(double low, double high) {
    const double share = static_cast<double>(random_() >> 11U) * 0x1p-53;
    return static_cast<std::int64_t>(low * std::pow(high / low, share));
  }

  std::mt19937_64 random_;
  int unknown_percent_;
};

}  // namespace

std::vector<GeneratedLead> MakeLeads(std::size_t count, int unknown_percent, std::uint64_t seed) {
  LeadMaker maker(unknown_percent, seed);
  std::vector<GeneratedLead> leads;
  leads.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    leads.push_back(maker.Make(i));
  return leads;
}

std::string ToJson(const GeneratedLead& made) {
  const ScoringLead& lead = made.lead;
  std::string text = fmt::format(R"({{"email":"{}")", made.email);
  const auto add = [&](Field field, const char* name, const std::string& value) {
    if ((made.unknown & (1U << field)) == 0)
      text += fmt::format(R"(,"{}":{})", name, value);
  };
  const auto quoted = [](std::string_view name) { return fmt::format("\"{}\"", name); };
  add(kEmailKind, "email_kind", quoted(kEmailKinds[lead.email_kind]));
  add(kCountry, "country", quoted(CountryCode(lead.country)));
  add(kRole, "role", quoted(kRoles[lead.role]));
  add(kIndustry, "industry", quoted(kIndustryNames[lead.industry]));
  add(kEmployees, "employees", fmt::format("{}", lead.employees));
  const std::int64_t cents = lead.annual_budget % 100;
  add(kAnnualBudget, "annual_budget",
      fmt::format("{}", lead.annual_budget / 100) +
          (cents == 0 ? "" : fmt::format(".{:02}", cents)));
  add(kAskedDemo, "asked_demo", lead.asked_demo ? "true" : "false");
  add(kOptedIn, "opted_in", lead.opted_in ? "true" : "false");
  add(kIntent, "intent", fmt::format("{}", lead.intent));
  add(kEngagement, "engagement", fmt::format("{}", lead.engagement));
  add(kVisits, "visits", fmt::format("{}", lead.visits));
  return text + "}";
}

ScoringColumns ToColumns(std::span<const GeneratedLead> leads) {
  ScoringColumns columns;
  for (const GeneratedLead& made : leads) {
    const ScoringLead& lead = made.lead;
    columns.annual_budget.push_back(lead.annual_budget);
    columns.employees.push_back(lead.employees);
    columns.visits.push_back(lead.visits);
    columns.country.push_back(lead.country);
    columns.email_kind.push_back(lead.email_kind);
    columns.role.push_back(lead.role);
    columns.industry.push_back(lead.industry);
    columns.intent.push_back(lead.intent);
    columns.engagement.push_back(lead.engagement);
    columns.asked_demo.push_back(lead.asked_demo);
    columns.opted_in.push_back(lead.opted_in);
  }
  return columns;
}

}  // namespace lq::bench
