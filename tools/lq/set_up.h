#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// A line of what `lq doctor` tells.
struct SetUpFact {
  std::string name;
  std::string text;
};

// What is wrong, and what to do about it.
struct SetUpProblem {
  std::string problem;
  std::string fix;
};

// How this lq was built, what it knows, and what it runs in.
struct SetUp {
  std::vector<SetUpFact> facts;
  std::vector<SetUpFact> data;
  std::vector<SetUpProblem> problems;
};

SetUp LookOver();

}  // namespace lq::tool
