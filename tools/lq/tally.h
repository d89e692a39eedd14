#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"
#include "runtime/source/unmapped.h"

namespace lq::tool {

// How many leads came out how. One a thread; they are added up at the end.
class Tally {
 public:
  explicit Tally(const plan::Plan& plan);

  // A lead that got the outcome; rejected ones, none of which did, by their errors.
  void Count(Status status, std::string_view outcome, const std::vector<FieldError>& errors);
  // What payloads held and their source neither maps nor ignores.
  void CountUnmapped(const UnmappedNames& names) { unmapped_.Add(names); }
  // Payloads that held no lead.
  void CountEmpty(std::uint64_t payloads) { empty_payloads_ += payloads; }
  // A lead of which its source found nothing.
  void CountBlank() { ++blank_leads_; }
  // `other` counts by the same plan.
  void Add(const Tally& other);

  std::uint64_t leads() const { return leads_; }
  std::uint64_t rejected() const { return rejected_; }
  // One row an outcome that some lead got, in the policy's order, with its share; then the rejected
  // leads. Empty without leads.
  std::string Table() const;
  // What leads were rejected for: one row a field and code, the most frequent first, each with the
  // message of one of them. Empty when none was.
  std::string Rejections() const;
  const UnmappedNames& unmapped() const { return unmapped_; }
  std::uint64_t empty_payloads() const { return empty_payloads_; }
  std::uint64_t blank_leads() const { return blank_leads_; }
  // "30 leads: 20 settled, 6 undecided, 3 doubtful, 1 rejected"
  std::string Line() const;

 private:
  struct Row {
    std::string outcome;
    std::uint64_t leads = 0;
  };
  // The errors of one field and code.
  struct Rejection {
    std::uint64_t leads = 0;
    std::string message;
  };
  void AddRejection(const std::string& path, const std::string& code, const Rejection& rejection);

  std::vector<Row> rows_;
  std::map<std::pair<std::string, std::string>, Rejection> rejections_;
  UnmappedNames unmapped_;
  std::uint64_t empty_payloads_ = 0;
  std::uint64_t blank_leads_ = 0;
  std::uint64_t leads_ = 0;
  std::uint64_t settled_ = 0;
  std::uint64_t undecided_ = 0;
  std::uint64_t doubtful_ = 0;
  std::uint64_t rejected_ = 0;
};

// 1234567 as "1,234,567".
std::string Grouped(std::uint64_t number);

}  // namespace lq::tool
