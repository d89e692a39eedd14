#include "tools/lq/fmt_command.h"

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "compiler/include/lq/format.h"
#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/replace_file.h"
#include "tools/lq/report.h"
#include "tools/lq/unified_diff.h"
#include "tools/lq/unit_paths.h"

namespace lq::tool {
namespace {

struct FmtOptions {
  std::vector<std::string> paths;
  std::string stdin_path;
  bool check = false;
  bool diff = false;
};

// Formats file after file.
class Fmt {
 public:
  explicit Fmt(const FmtOptions& options) : options_(options) {}

  int Run() {
    std::vector<std::string> units;
    failed_ = !ListUnits(options_.paths, units);
    for (const std::string& unit : units) {
      File(unit);
    }
    Summarise();
    if (failed_ || output_.status() != kFine) {
      return kUsage;
    }
    return broken_ > 0 || (options_.check && changed_ > 0) ? kFindings : kFine;
  }

 private:
  void File(const std::string& unit) {
    const bool from_stdin = unit == "-";
    const std::string& path = from_stdin ? options_.stdin_path : unit;
    std::string text;
    if (!Read(unit, text)) {
      failed_ = true;
      return;
    }
    const Formatting formatting = FormatFile(path, text);
    if (!formatting.text.has_value()) {
      ++broken_;
      Say(RenderText(formatting.diagnostics, formatting.sources, {ColorOnMessages()}));
      return;
    }
    if (from_stdin && !options_.check && !options_.diff) {
      output_.Write(*formatting.text);
      return;
    }
    ++(*formatting.text == text ? unchanged_ : changed_);
    if (*formatting.text != text) {
      Take(path, text, *formatting.text);
    }
  }

  bool Read(const std::string& unit, std::string& text) {
    if (unit == "-") {
      return ReadInput(options_.stdin_path, text);
    }
    std::string problem;
    if (ReadFile(unit, text, problem)) {
      return true;
    }
    ReportUnreadable(unit, problem);
    return false;
  }

  // A file that is not formatted.
  void Take(const std::string& path, const std::string& text, const std::string& formatted) {
    if (options_.diff) {
      output_.Write(UnifiedDiff(path, text, formatted));
      return;
    }
    if (options_.check) {
      output_.Write(path + "\n");
      return;
    }
    std::string problem;
    if (ReplaceFile(path, formatted, problem)) {
      return;
    }
    failed_ = true;
    --changed_;
    Report(DiagnosticKind::kOutputFailed, fmt::format("`{}` cannot be written: {}", path, problem),
           "let yourself write it, or make room; the file is what it was");
  }

  void Summarise() const {
    if (changed_ + unchanged_ + broken_ == 0) {
      return;
    }
    const bool only_looks = options_.check || options_.diff;
    std::string line = only_looks ? fmt::format("{} to format", Files(changed_))
                                  : fmt::format("formatted {}", Files(changed_));
    line += fmt::format(", {} formatted already", unchanged_);
    if (broken_ > 0) {
      line += fmt::format(", {} left alone because of mistakes", broken_);
    }
    Say(line + "\n");
  }

  static std::string Files(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "file" : "files");
  }

  const FmtOptions& options_;
  Output output_;
  std::size_t changed_ = 0;
  std::size_t unchanged_ = 0;
  // With mistakes.
  std::size_t broken_ = 0;
  // Something could not be read or written.
  bool failed_ = false;
};

}  // namespace

int RunFmt(const std::vector<std::string>& words) {
  FmtOptions options;
  CommandLine line("fmt");
  line.Paths(options.paths, "files, and folders with their `.lq` files; `-` is standard input");
  line.Flag("--check", options.check,
            "write nothing; print the files to format, and end with status 1 when there are any");
  line.Flag("--diff", options.diff, "write nothing; print what would change as a unified diff");
  line.Option("--stdin-filepath", "PATH", options.stdin_path, "the file that `-` stands for");
  if (const auto status = line.Read(words)) {
    return *status;
  }
  return Fmt(options).Run();
}

}  // namespace lq::tool
