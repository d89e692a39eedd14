#pragma once

#include "compiler/ir/program.h"

namespace lq::testkit {

// Whether some lead leaves it open whether the condition holds, because it says nothing of an
// optional field. Whether something is known can always be told, and so can what an `if unknown
// assume` settles.
bool MayBeOpen(const ir::Program& program, ir::CondId cond);

}  // namespace lq::testkit
