#include "tools/testkit/coverage/gate.h"

#include <gtest/gtest.h>

namespace lq::testkit {
namespace {

// "mcdc 95, rule 100", or what is wrong.
std::string Read(std::string_view text) {
  std::vector<Gate> gates;
  std::string problem;
  std::string help;
  if (!ReadGates(text, gates, problem, help)) {
    EXPECT_NE(help, "");
    return problem;
  }
  std::string read;
  for (const Gate& gate : gates) {
    read += (read.empty() ? "" : ", ") + std::string(MeasureName(gate.measure)) + " " +
            std::to_string(gate.percent);
  }
  return read;
}

TEST(Gates, AreReadFromOneWord) {
  EXPECT_EQ(Read("mcdc=95,rule"), "mcdc 95, rule 100");
  EXPECT_EQ(Read(" three-per-rule , boundary = 0% "), "three-per-rule 100, boundary 0");
}

TEST(Gates, MistakesAreNamed) {
  EXPECT_EQ(Read("rules=5"), "`rules` is nothing that coverage counts");
  EXPECT_EQ(Read("rule=x"), "`rule=x` asks for no percentage");
  EXPECT_EQ(Read("rule=101"), "`rule=101` asks for no percentage");
  EXPECT_EQ(Read("rule=-1"), "`rule=-1` asks for no percentage");
  EXPECT_EQ(Read("rule="), "`rule=` asks for no percentage");
  EXPECT_EQ(Read("rule,,mcdc"), "nothing stands between two commas");
  EXPECT_EQ(Read(""), "nothing stands between two commas");
}

}  // namespace
}  // namespace lq::testkit
