#pragma once

#include "compiler/base/source.h"
#include "compiler/eval/evaluate.h"
#include "compiler/explain/explanation.h"

namespace lq {

// Explains the decision that this program makes about a lead: the same sentences of language.md,
// section 7, as the oracle, with what each of them saw. `sources` are those that the program was
// compiled from; the lead was read for the same schema and as-of.
Explanation Explain(const ir::Program& program, const SourceMap& sources, const Lead& lead,
                    const OracleInputs& inputs);

}  // namespace lq
