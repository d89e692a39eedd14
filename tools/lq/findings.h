#pragma once

#include <set>
#include <string>

#include "compiler/include/lq/compile.h"

namespace lq::tool {

// What several compilations had to say, each mistake once: units that import one another report the
// same mistakes.
class Findings {
 public:
  explicit Findings(bool color) : color_(color) {}
  void Take(const Compilation& compilation);

  std::size_t errors() const { return errors_; }
  // All in the layout of a terminal.
  const std::string& text() const { return text_; }
  // {"version":1,"diagnostics":[…]}
  std::string Json() const;
  // "checked 3 files: 1 error, 0 warnings"
  std::string Summary() const;

 private:
  std::size_t files_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::set<std::string> seen_;
  bool color_;
  std::string text_;
  // Items of a JSON array, with commas between them.
  std::string json_;
};

}  // namespace lq::tool
