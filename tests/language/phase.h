#pragma once

#include <string>
#include <string_view>

#include "tests/support/sections.h"

namespace lq::test {

// A golden executable is main.cpp with one of phase_<phase>.cpp, which defines these two.

// Name of the folder below tests/language that the phase runs.
extern const std::string_view kPhase;

// What the case's `expected` section should hold.
std::string RunPhase(const CaseFile& golden);

// The section a phase works on: the last .lq file; empty when there is none.
std::string LastUnit(const CaseFile& golden);

}  // namespace lq::test
