#pragma once

#include <set>
#include <string>

#include "compiler/counterfactual/readers.h"
#include "compiler/eval/evaluate.h"

namespace lq::counterfactual {

// The texts that comparisons name for a field of text, e-mail, domain or phone, made to fit the
// field, and one that none names. An address is also moved to each domain that is named.
std::set<std::string> TextPoints(const ir::Program& program, const Lead& lead,
                                 const OracleInputs& inputs, std::uint32_t field,
                                 const Comparisons& comparisons);

}  // namespace lq::counterfactual
