#pragma once

#include <string>

#include "compiler/ir/test_suite.h"

namespace lq::testkit {

// The canonical lead (language.md, section 3) that a test gives, so that it takes the way of every
// other lead.
std::string LeadJson(const ir::Program& program, const ir::Given& given);

}  // namespace lq::testkit
