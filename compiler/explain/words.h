#pragma once

#include <string>

#include "compiler/base/source.h"
#include "compiler/ir/program.h"

namespace lq::explain {

// What somebody wrote, on one line.
std::string WrittenText(const SourceMap& sources, Span span);

// A comparison, or the name of a define, as the policy writes it. A cell of a table gets its
// column's name: `technicians less than 10`. `span` is the comparison's own, or that of the `not`
// around it.
std::string ComparisonWords(const ir::Program& program, const SourceMap& sources,
                            const ir::Cond& cond, Span span);

// What a comparison compares, without the comparison: `days since last_visit`.
std::string OperandWords(const ir::Program& program, const SourceMap& sources, ir::ExprId expr);

// "inbound.lq:62"
std::string PlaceText(const SourceMap& sources, Span span);

}  // namespace lq::explain
