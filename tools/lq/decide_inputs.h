#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/engine/engine.h"
#include "runtime/plan/plan.h"
#include "tools/lq/command_line.h"

namespace lq::tool {

// "strict_budget=on" as a name and a state; false when it is none (reported).
bool ReadToggleWord(const std::string& word, std::string& name, bool& on);
void ReportToggleTwice(const std::string& name);
// What to say to somebody who named a toggle that is none of these.
std::string ToggleHelp(const std::string& name, const std::vector<std::string_view>& names);

// The states of a policy's toggles: their defaults, changed by words such as "strict_budget=on".
class ToggleStates {
 public:
  // False when a word names no toggle or no state (reported).
  bool Read(const plan::Plan& plan, const std::vector<std::string>& words);
  // One a toggle, in the plan's order.
  std::span<const bool> states() const { return {states_.get(), count_}; }

 private:
  bool ReadOne(const plan::Plan& plan, const std::string& word);

  // Not a std::vector<bool>, which has no span.
  std::unique_ptr<bool[]> states_;
  std::size_t count_ = 0;
  std::set<std::string> named_;
};

// What the command line says of a decision's inputs, beside the lead.
struct InputOptions {
  std::string as_of;
  std::vector<std::string> toggles;
  std::string language;
};

void AddInputOptions(CommandLine& line, InputOptions& options);

// The inputs that the options mean; they point into both. The language "de" is "DE". False when
// something is wrong (reported).
bool ReadInputs(const plan::Plan& plan, const InputOptions& options, ToggleStates& toggles,
                DecisionInputs& inputs);

}  // namespace lq::tool
