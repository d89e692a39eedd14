#pragma once

#include "compiler/eval/condition_form.h"
#include "compiler/eval/situation.h"

namespace lq::eval {

// The two rails: T, holds for all possible values; F, holds for none. Both false is *cannot tell*.
struct Truth {
  bool holds = false;
  bool ruled_out = false;

  bool can_tell() const { return holds || ruled_out; }
};

Truth TruthOf(Situation& situation, ir::CondId cond);
Truth TruthOf(Situation& situation, const Form& form);

}  // namespace lq::eval
