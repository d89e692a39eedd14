#pragma once

namespace lq::tool {

// What the process ends with; docs/cli.md lists them.
enum ExitStatus : int {
  kFine = 0,
  // An error in a file, or under `--strict` a lead that was rejected.
  kFindings = 1,
  // Wrong usage, a file that cannot be read, an output that cannot be written.
  kUsage = 2,
  // A bug in lq.
  kBug = 70,
  kInterrupted = 130,
};

}  // namespace lq::tool
