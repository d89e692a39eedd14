#pragma once

#include <string>
#include <vector>

namespace lq::test {

// One unit as its first lines and its statements, each with its line end.
struct UnitText {
  std::string file;
  std::string head;
  std::vector<std::string> statements;
};

// A policy over nearly every construct, with its schema, two libraries and a lookup's file.
std::vector<UnitText> SamplePolicy();

}  // namespace lq::test
