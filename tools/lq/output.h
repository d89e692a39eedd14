#pragma once

#include <string_view>

#include "tools/lq/exit_status.h"

namespace lq::tool {

// Standard output, which may go away (`lq decide … | head`) or fill up.
class Output {
 public:
  // False when nothing more can be written: stop. Reports a full disk at once, a closed pipe never.
  bool Write(std::string_view bytes);
  // kFine, also when the reader went away: it had what it wanted. kUsage when writing failed.
  ExitStatus status() const { return failed_ ? kUsage : kFine; }
  // The reader went away.
  bool closed() const { return closed_; }

 private:
  bool closed_ = false;
  bool failed_ = false;
};

}  // namespace lq::tool
