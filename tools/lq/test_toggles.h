#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::tool {

// The states that `--toggle NAME=on` gives toggles of all policies that are tested.
class TestToggles {
 public:
  // False when a word is none (reported).
  bool Read(const std::vector<std::string>& words);
  const std::map<std::string, bool>& states() const { return states_; }

  // A policy that is tested.
  void Take(const ir::Program& program);
  // False, and reported, when none of the policies has a toggle that was named.
  bool ReportUnknown() const;

 private:
  std::map<std::string, bool> states_;
  std::set<std::string> known_;
  bool took_ = false;
};

}  // namespace lq::tool
