#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lq::test {

// How often the generator made each construct of the language and each form of a lead. Every one
// that it can make has a row in coverage.cpp, so that one that never occurs is seen.
class Coverage {
 public:
  Coverage();
  // `what` must have a row.
  void Count(std::string_view what);
  // Those that never occurred.
  std::vector<std::string> Missing() const;
  // One line each, by name.
  std::string Print() const;

 private:
  std::map<std::string, long, std::less<>> counts_;
};

}  // namespace lq::test
