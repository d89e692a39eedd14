#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lq::test {

// Fails when there is an offender: names each on a line of its own, then says what to do.
inline void ExpectNone(const std::vector<std::string>& offenders, const std::string& advice) {
  if (offenders.empty()) {
    return;
  }
  std::string text;
  for (const std::string& offender : offenders) {
    text += "\n  " + offender;
  }
  ADD_FAILURE() << text << "\n" << advice;
}

}  // namespace lq::test
