#pragma once

#include <memory>
#include <set>
#include <string>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/findings_format.h"

namespace lq::tool {

// What several compilations had to say, each mistake once: units that import one another report the
// same mistakes.
class Findings {
 public:
  // What was done to the files ("checked"); "human", for a terminal, or another format of --format.
  Findings(std::string_view done, const std::string& format, bool color)
      : done_(done), human_(format == "human"), format_(MakeFindingsFormat(format, color)) {}
  // `files`: how many units it speaks of.
  void Take(const Diagnostics& diagnostics, const SourceMap& sources, std::size_t files);

  // As a program's exit status.
  int status() const { return status_; }
  // Prints them and the summary. `status`, or that of an output that cannot be written.
  int Finish(int status) const;
  // Whether anything was found, be it a warning.
  bool has_findings() const { return errors_ + warnings_ > 0; }
  // All of them, in their format.
  std::string Print() const { return format_->Print(); }
  // "checked 3 files: 1 error, 0 warnings"; empty when none was checked.
  std::string Summary() const;

 private:
  std::size_t files_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  int status_ = kFine;
  std::set<std::string> seen_;
  std::string_view done_;
  bool human_;
  std::unique_ptr<FindingsFormat> format_;
};

}  // namespace lq::tool
