#pragma once

#include "compiler/base/source.h"
#include "compiler/eval/situation.h"
#include "compiler/eval/truth.h"
#include "compiler/explain/explanation.h"

namespace lq::explain {

Answer AnswerOf(eval::Truth truth);

// A condition in the policy's words, with what each comparison of it saw.
TraceNode TraceOf(eval::Situation& situation, const SourceMap& sources, ir::CondId cond);

}  // namespace lq::explain
