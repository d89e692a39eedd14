#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/engine/verdict.h"
#include "tools/lq/decision_format.h"

namespace lq::tool {

// One row a lead as CSV (RFC 4180, lines end with LF): what a verdict knows, so that nobody has to
// make a record for it. A record gives the same row.
class VerdictFormat : public DecisionFormat {
 public:
  explicit VerdictFormat(const plan::Plan& plan);

  std::string header() const override;
  void Append(const Decision& decision, std::uint64_t number, std::string& out) const override;
  const VerdictFormat* of_verdicts() const override { return this; }

  // `rules`: those of the verdict, by Engine::RulesOf. An empty lead has no id.
  void AppendVerdict(std::string_view lead, const Verdict& verdict,
                     const std::vector<std::uint32_t>& rules, std::string& out) const;
  // Empty for a rejected lead.
  std::string_view OutcomeOf(const Verdict& verdict) const;

 private:
  void AppendShares(std::int32_t confidence, std::int32_t ceiling, std::string& out) const;

  const plan::Plan& plan_;
  // By what is proposed and lq::Status: ",settled,call_today,call_today,".
  std::vector<std::array<std::string, 4>> middles_;
  // By per mille: "0.89".
  std::vector<std::string> shares_;
  // By index of Plan::rules: "many_seats", or "by_territory:2" for a table's row.
  std::vector<std::string> rule_names_;
  // A rule's index by its name and row.
  std::map<std::pair<std::string_view, std::uint32_t>, std::uint32_t> rules_;
};

}  // namespace lq::tool
