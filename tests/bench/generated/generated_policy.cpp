#include "tests/bench/generated/generated_policy.h"

#include <fmt/format.h>

namespace lq::bench {
namespace {

constexpr int kNumbers = 8;
constexpr int kChoices = 8;
constexpr int kMembers = 12;
constexpr int kLargest = 1'000'000;

constexpr const char* kCountries[] = {"DE", "AT", "FR", "US"};

}  // namespace

std::string GeneratedPolicy::Schema() const {
  std::string text = "edition 2026\nschema lead version 1\n";
  text += "enum choice_kind of m0";
  for (int i = 1; i < kMembers; ++i)
    text += fmt::format(", m{}", i);
  text += "\nfield email is email required identifies\nfield country is country required\n";
  for (int i = 0; i < kNumbers; ++i) {
    text += fmt::format("field n{} is integer from 0 to {} optional\n", i, kLargest);
  }
  for (int i = 0; i < kChoices; ++i)
    text += fmt::format("field c{} is one of choice_kind optional\n", i);
  return text;
}

std::string GeneratedPolicy::Policy(int rules) {
  std::string text =
      "edition 2026\npolicy generated version 1\nuses schema lead\n"
      "outcomes strongest first\n  refuse needs 60%, call needs 60%, nurture, wait\n"
      "  otherwise wait weakly because NOTHING_FITS\n"
      "  undecided becomes ask_lead\n  doubtful becomes review\n";
  for (int i = 0; i < rules; ++i)
    text += Rule(i);
  for (int i = 0; i < 4; ++i)
    text += Evidence(i);
  return text;
}

std::string GeneratedPolicy::Lead(int number) {
  std::string text = fmt::format(R"({{"$id":"L-{}","email":"p{}@firm.example","country":"{}")",
                                 number, number, kCountries[Below(4)]);
  for (int i = 0; i < kNumbers; ++i)
    text += fmt::format(R"(,"n{}":{})", i, Below(kLargest + 1));
  for (int i = 0; i < kChoices; ++i)
    text += fmt::format(R"(,"c{}":"m{}")", i, Below(kMembers));
  return text + "}\n";
}

std::string GeneratedPolicy::Rule(int number) {
  const char* outcomes[] = {"refuse", "call", "nurture"};
  const int first = Below(kChoices);
  const int second = (first + 1 + Below(kChoices - 1)) % kChoices;
  const int low = Below(kNumbers);
  const int high = (low + 1 + Below(kNumbers - 1)) % kNumbers;
  return fmt::format(
      "\nrule r{}\n  choose {} strongly\n"
      "  when c{} is m{} and c{} is m{} and n{} at least {} and n{} at most {}\n  reason R{}\n",
      number, outcomes[Below(3)], first, Below(kMembers), second, Below(kMembers), low,
      Below(kLargest / 2), high, kLargest / 2 + Below(kLargest / 2), number);
}

std::string GeneratedPolicy::Evidence(int number) {
  return fmt::format("\nevidence e{} supports call fairly\n  when n{} at least {}\n  reason E{}\n",
                     number, number, Below(kLargest), number);
}

}  // namespace lq::bench
