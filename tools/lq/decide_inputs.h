#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::tool {

// "2026-08-01" (its midnight, UTC) or an instant; the clock's now when `text` is empty. False when
// it is neither (reported).
bool ReadAsOf(const std::string& text, std::int64_t& as_of);

// The states of a program's toggles: their defaults, changed by words such as "strict_budget=on".
class ToggleStates {
 public:
  // False when a word names no toggle or no state (reported).
  bool Read(const ir::Program& program, const std::vector<std::string>& words);
  // One a toggle, in the program's order.
  std::span<const bool> states() const { return {states_.get(), count_}; }

 private:
  bool ReadOne(const ir::Program& program, const std::string& word);

  // Not a std::vector<bool>, which has no span.
  std::unique_ptr<bool[]> states_;
  std::size_t count_ = 0;
};

// Turns "de" into "DE". False when the policy has no content in it (reported); an empty one is
// fine.
bool ReadLanguage(const ir::Program& program, std::string& language);

}  // namespace lq::tool
