#pragma once

#include "compiler/diag/diagnostic.h"

namespace lq::parse {

// Reports into the compilation's diagnostics until one file has had enough of them.
class Reporter {
 public:
  Reporter(FileId file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  // The reference is good until the next Report.
  Diagnostic& Report(DiagnosticKind kind, Span span, std::string message);
  // So many mistakes that reading on makes no sense.
  bool full() const { return full_; }
  FileId file() const { return file_; }

 private:
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
  bool full_ = false;
  // What is reported after the last one goes here.
  Diagnostic unheard_{};
};

}  // namespace lq::parse
