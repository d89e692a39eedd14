#pragma once

#include <string>

namespace lq {

// What this machine's processor calls itself: "AMD EPYC 9R14".
std::string ProcessorName();

// Everything that tells which code the processor runs: its maker, model and features, and what the
// operating system keeps of its registers. Native code made here runs wherever this is the same.
std::string ProcessorKey();

}  // namespace lq
