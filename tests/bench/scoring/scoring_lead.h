#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lq::bench {

// The fields of lead_scoring/lead.lq, in its order.
enum Field : std::uint8_t {
  kEmail,
  kEmailKind,
  kCountry,
  kRole,
  kIndustry,
  kEmployees,
  kAnnualBudget,
  kAskedDemo,
  kOptedIn,
  kIntent,
  kEngagement,
  kVisits,
  kFields,
};

enum EmailKind : std::uint8_t { kCompany, kFreeMail, kDisposable };
enum Role : std::uint8_t { kStudent, kUser, kInfluencer, kDecisionMaker };
enum Industry : std::uint8_t { kFinance = 2, kHealth = 3, kIndustries = 8 };

// A parsed, validated lead as a hand-written program holds it.
struct ScoringLead {
  // Cents.
  std::int64_t annual_budget = 0;
  std::int32_t employees = 0;
  std::uint16_t visits = 0;
  // Index in the sorted list of ISO codes.
  std::uint16_t country = 0;
  EmailKind email_kind = kCompany;
  Role role = kStudent;
  std::uint8_t industry = 0;
  std::uint8_t intent = 0;
  std::uint8_t engagement = 0;
  bool asked_demo = false;
  bool opted_in = false;

  friend bool operator==(const ScoringLead&, const ScoringLead&) = default;
};

// The same as columns.
struct ScoringColumns {
  std::vector<std::int64_t> annual_budget;
  std::vector<std::int32_t> employees;
  std::vector<std::uint16_t> visits;
  std::vector<std::uint16_t> country;
  std::vector<std::uint8_t> email_kind;
  std::vector<std::uint8_t> role;
  std::vector<std::uint8_t> industry;
  std::vector<std::uint8_t> intent;
  std::vector<std::uint8_t> engagement;
  std::vector<std::uint8_t> asked_demo;
  std::vector<std::uint8_t> opted_in;

  std::size_t size() const { return employees.size(); }
};

struct GeneratedLead {
  ScoringLead lead;
  std::string email;
  // A bit a field (1 << kCountry): it is missing from the JSON. Never the e-mail.
  std::uint16_t unknown = 0;
};

// Leads as a form would bring them in: small firms are many, large budgets few. `unknown_percent`
// of the values that may be missing are.
std::vector<GeneratedLead> MakeLeads(std::size_t count, int unknown_percent, std::uint64_t seed);

// Canonical JSON, keys in the schema's order.
std::string ToJson(const GeneratedLead& lead);

ScoringColumns ToColumns(std::span<const GeneratedLead> leads);

}  // namespace lq::bench
