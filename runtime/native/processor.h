#pragma once

#include <string>
#include <string_view>

namespace lq {

// What this machine's processor calls itself: "AMD EPYC 9R14".
std::string ProcessorName();

// Its name, and a checksum of everything that tells which code the processor runs: its maker, model
// and features, and what the operating system keeps of its registers. Native code made here runs
// wherever this is the same. For processors other than x86-64 there is no native code, and nothing
// to tell.
std::string ProcessorKey();

// Whether the processor has all of a level of x86-64: "x86-64-v3".
bool RunsLevel(std::string_view level);

}  // namespace lq
