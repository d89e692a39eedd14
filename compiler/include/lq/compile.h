#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/ir/source_program.h"
#include "compiler/ir/test_suite.h"
#include "compiler/plan/make_plan.h"

namespace lq {

// What the compiler asks of the outside: the disk for tools, memory for tests. Paths are opaque to
// the compiler but for Beside.
class FileProvider {
 public:
  virtual ~FileProvider() = default;
  // Every .lq file of the package that `path` belongs to and of the library path, nearest first.
  // The standard libraries come after them by themselves.
  virtual std::vector<std::string> PackageFiles(const std::string& path) = 0;
  // False with `problem` set ("no such file") when it cannot be read.
  virtual bool Read(const std::string& path, std::string& text, std::string& problem) = 0;
  // Which folder a path of PackageFiles lies in: 0 the package, then 1, 2 … the library path. Two
  // units of one kind and name in one folder are an error; across folders the nearer one counts.
  virtual int FolderOf(const std::string& path) {
    static_cast<void>(path);
    return 0;
  }
  // The path of a file named beside `path`.
  virtual std::string Beside(const std::string& path, const std::string& name) = 0;
};

// One run of the compiler: its sources, what it had to say, and the program when there was no
// error.
struct Compilation {
  SourceMap sources;
  Diagnostics diagnostics;
  std::shared_ptr<const ir::Program> program;
  // Of a policy the examples of its rules, of a `tests` unit its tests; with the program.
  std::shared_ptr<const ir::TestSuite> tests;
  // Of a source without errors.
  std::shared_ptr<const ir::SourceProgram> source;
};

// Parses and checks the unit in `path`, whatever its kind, with what it imports. `program` is set
// for a policy without errors, `source` for a source. Diagnostics are sorted.
std::unique_ptr<Compilation> Compile(FileProvider& files, const std::string& path);

// The files of tests for a policy, in the package that `path` belongs to; sorted.
std::vector<std::string> TestFilesOf(FileProvider& files, const std::string& path,
                                     const std::string& policy);

}  // namespace lq
