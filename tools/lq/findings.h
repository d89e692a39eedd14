#pragma once

#include <set>
#include <string>

#include "compiler/include/lq/compile.h"
#include "tools/lq/exit_status.h"

namespace lq::tool {

// What several compilations had to say, each mistake once: units that import one another report the
// same mistakes.
class Findings {
 public:
  // As JSON, or in the layout of a terminal.
  Findings(bool json, bool color) : json_(json), color_(color) {}
  void Take(const Compilation& compilation);

  // As a program's exit status.
  int status() const { return status_; }
  // Whether anything was found, be it a warning.
  bool has_findings() const { return errors_ + warnings_ > 0; }
  // All of them; JSON as {"version":1,"diagnostics":[…]}
  std::string Print() const;
  // "checked 3 files: 1 error, 0 warnings"; empty when none was checked.
  std::string Summary() const;

 private:
  std::size_t files_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  int status_ = kFine;
  std::set<std::string> seen_;
  bool json_;
  bool color_;
  // Rendered; of JSON the items of the array, with commas between them.
  std::string out_;
};

}  // namespace lq::tool
