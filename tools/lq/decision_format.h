#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"

namespace lq::tool {

class VerdictFormat;

// How decisions are printed. Shared by all threads.
class DecisionFormat {
 public:
  virtual ~DecisionFormat() = default;
  // `number`: the lead's place in its file, from 1.
  virtual void Append(const Decision& decision, std::uint64_t number, std::string& out) const = 0;
  virtual std::string header() const { return ""; }
  // Stands between two decisions.
  virtual std::string_view separator() const { return ""; }
  virtual std::string_view footer() const { return ""; }
  // Not null: a verdict is enough.
  virtual const VerdictFormat* of_verdicts() const { return nullptr; }
};

// `name`: jsonl, json, table or csv.
std::unique_ptr<DecisionFormat> MakeFormat(std::string_view name, const plan::Plan& plan);

// One row a decision, for people.
std::unique_ptr<DecisionFormat> MakeTableFormat(const plan::Plan& plan);

}  // namespace lq::tool
