#pragma once

#include "compiler/ir/program.h"
#include "compiler/syntax/policy.h"

namespace lq::check {

// `if unknown assume …`
constexpr ir::Assume AssumeOf(syntax::Assume assume) {
  switch (assume) {
    case syntax::Assume::kUnsaid:
      return ir::Assume::kNothing;
    case syntax::Assume::kNo:
      return ir::Assume::kNo;
    case syntax::Assume::kYes:
      return ir::Assume::kYes;
  }
  return ir::Assume::kNothing;
}

}  // namespace lq::check
