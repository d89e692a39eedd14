#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lq::tool {

// A verb of the command line: one row of verbs.cpp.
struct Verb {
  std::string_view name;
  // What stands after the verb in its usage: "POLICY --leads FILE".
  std::string_view arguments;
  // For `lq help`: one line, no full stop.
  std::string_view summary;
  // `words`: the command line after the verb. Returns the exit status.
  int (*run)(const std::vector<std::string>& words);
};

// In the order in which `lq help` lists them.
std::span<const Verb> AllVerbs();
// Null when there is none.
const Verb* FindVerb(std::string_view name);

}  // namespace lq::tool
