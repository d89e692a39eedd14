#pragma once

#include "compiler/lint/rule.h"

// The function of each row of rules.def, in rules/<name>.cpp.
namespace lq::lint {

#define LQ_LINT_RULE(function, code, name, level, summary) \
  void function(const Package& package, Findings& findings);
#include "compiler/lint/rules.def"
#undef LQ_LINT_RULE

}  // namespace lq::lint
