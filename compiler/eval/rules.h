#pragma once

#include <cstdint>
#include <vector>

#include "compiler/eval/situation.h"
#include "compiler/eval/truth.h"

namespace lq::eval {

// How one rule, or row of a rules table, stands.
struct Standing {
  // T and F of its condition, after `if unknown assume …`.
  Truth truth;
  // T': it fires.
  bool fires = false;
  // F': it does not fire.
  bool out = false;

  // What is known so far lets it fire.
  bool stands() const { return truth.holds && !out; }
  bool open() const { return !fires && !out; }
};

struct Rules {
  // By index in program.rules.
  std::vector<Standing> standings;
  // Of each rule, the rules that override it; earlier rows of a `hit first` table are among them.
  std::vector<std::vector<std::uint32_t>> overriders;

  bool some_holds() const;
};

Rules WeighRules(Situation& situation);

}  // namespace lq::eval
