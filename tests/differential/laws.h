#pragma once

#include <string>

#include "tests/differential/partial_lead.h"

namespace lq::test {

// The first law of language.md, section 8, that the program breaks on this partial lead, every
// completion of it enumerated; empty when it keeps laws 1 to 5, 7 and 9. The program does not
// depend on absence.
std::string BrokenLaw(const ir::Program& program, const PartialLead& partial);

}  // namespace lq::test
