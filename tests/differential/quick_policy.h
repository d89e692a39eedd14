#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/differential/generator/random.h"

namespace lq::test {

// A random policy of the kind that the short ways to verdicts serve, and leads for it: few rules,
// tests of words and numbers, thresholds that leads come near. What bars these ways (overrides,
// guards, texts, times, assumptions) it has rarely. The same for the same seed.
class QuickPolicy {
 public:
  explicit QuickPolicy(std::uint64_t seed);

  // The policy is kFile.
  static constexpr const char* kFile = "policy.lq";
  const std::map<std::string, std::string>& files() const { return files_; }
  bool has_toggle() const { return has_toggle_; }
  // Canonical JSON.
  std::string Lead();

 private:
  enum class Kind : std::uint8_t { kWord, kYesNo, kCountry, kNumber, kMoney, kDate };
  struct Field {
    std::string name;
    Kind kind = Kind::kNumber;
    // Of numbers; of words, how many there are less one. Dates count days since 2026-01-01.
    std::int64_t low = 0;
    std::int64_t high = 0;
    // What tests ask for and leads come near.
    std::vector<std::int64_t> pool;
    // Percent of leads without a value.
    int missing = 0;
  };

  void AddFields();
  Field MakeField(std::size_t index);
  std::string Schema() const;
  std::string Type(const Field& field) const;
  std::string Policy();
  std::string Rule(std::size_t index, std::size_t rules);
  std::string Evidence(std::size_t index);
  std::string Condition(std::size_t tests);
  std::string Test();
  std::string NumberTest(const Field& field);
  std::string Literal(const Field& field, std::int64_t number) const;
  std::string Value(const Field& field);
  std::int64_t Near(const Field& field);
  std::string Outcome() { return "o" + std::to_string(random_.Below(outcomes_)); }
  std::string Strength();

  Random random_;
  std::vector<Field> fields_;
  std::size_t outcomes_ = 2;
  bool has_toggle_ = false;
  // Rarely: what bars the short ways.
  bool has_text_ = false;
  bool has_today_ = false;
  bool assumes_ = false;
  std::map<std::string, std::string> files_;
};

}  // namespace lq::test
