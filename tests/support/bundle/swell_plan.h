#pragma once

#include <random>

#include "runtime/plan/plan.h"

namespace lq::test {

// Makes much of little, in one to three ways, as somebody would who means harm: repeats a member of
// some list up to thousands of times, makes all members of a list the same, or points them all to
// where one of them points.
void Swell(plan::Plan& plan, std::mt19937_64& random);

}  // namespace lq::test
