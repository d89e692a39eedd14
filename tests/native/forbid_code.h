#pragma once

namespace lq::test {

// From now on this process and what it starts may not make memory executable that was written to,
// as on hardened hosts. False where this system cannot forbid it.
bool ForbidCode();

}  // namespace lq::test
