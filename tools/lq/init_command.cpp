#include "tools/lq/init_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "runtime/value/date.h"
#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/replace_file.h"
#include "tools/lq/report.h"
#include "tools/lq/starter_files.h"
#include "tools/lq/today.h"

namespace lq::tool {
namespace {

namespace fs = std::filesystem;

// How long the rules may stand before somebody reads them again.
constexpr std::int64_t kMonthsToReview = 6;

// Makes the files of the package, all of them or none.
class NewPackage {
 public:
  NewPackage(const fs::path& folder, std::int64_t today) : folder_(folder) {
    AppendDate(AddMonths(today, kMonthsToReview), review_);
  }

  int Make() {
    if (!FolderCanBe() || !NothingIsThere()) {
      return kUsage;
    }
    std::string listed;
    for (const StarterFile& file : AllStarterFiles()) {
      const fs::path path = folder_ / file.path;
      if (std::string problem; !Write(path, TextOf(file), problem)) {
        TakeBack();
        Report(DiagnosticKind::kOutputFailed,
               fmt::format("`{}` cannot be written: {}", path.string(), problem),
               "let yourself write there, or make room; nothing of the package was kept");
        return kUsage;
      }
      listed += path.lexically_normal().string() + "\n";
    }
    Output output;
    output.Write(listed);
    SayWhatNext();
    return output.status();
  }

 private:
  bool FolderCanBe() const {
    std::error_code error;
    if (!fs::exists(folder_, error) || fs::is_directory(folder_, error)) {
      return true;
    }
    Report(DiagnosticKind::kInitOverFiles, fmt::format("`{}` is no folder", folder_.string()),
           "name a folder, or one to make");
    return false;
  }

  // Names all files that are there, so that one look is enough.
  bool NothingIsThere() const {
    std::vector<std::string> there;
    for (const StarterFile& file : AllStarterFiles()) {
      std::error_code error;
      const fs::path path = (folder_ / file.path).lexically_normal();
      if (fs::exists(fs::symlink_status(path, error))) {
        there.push_back(path.string());
      }
    }
    if (there.empty()) {
      return true;
    }
    Report(DiagnosticKind::kInitOverFiles,
           fmt::format("`{}` {} there already", fmt::join(there, "`, `"),
                       there.size() == 1 ? "is" : "are"),
           "name a folder that is empty or not there yet, or move away what is there; nothing was "
           "written");
    return false;
  }

  // The date of the next review is counted from today, so that nobody begins with one that is past.
  std::string TextOf(const StarterFile& file) const {
    constexpr std::string_view kClause = "\nreview by ";
    constexpr std::size_t kDateLength = 10;
    std::string text(file.text);
    if (const std::size_t at = text.find(kClause); at != std::string::npos) {
      text.replace(at + kClause.size(), kDateLength, review_);
    }
    return text;
  }

  bool Write(const fs::path& path, const std::string& text, std::string& problem) {
    if (!MakeFolder(path.parent_path(), problem) || !CreateFile(path.string(), text, problem)) {
      return false;
    }
    made_.push_back(path);
    return true;
  }

  // Folder after folder, to know which were not there.
  bool MakeFolder(const fs::path& folder, std::string& problem) {
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) {
      return true;
    }
    if (!MakeFolder(folder.parent_path(), problem)) {
      return false;
    }
    if (fs::create_directory(folder, error)) {
      made_.push_back(folder);
      return true;
    }
    problem = SystemProblem(error.value());
    return false;
  }

  void TakeBack() {
    std::for_each(made_.rbegin(), made_.rend(), [](const fs::path& path) {
      std::error_code ignored;
      fs::remove(path, ignored);
    });
  }

  void SayWhatNext() const {
    const std::string go = folder_ == "." ? "" : fmt::format("`cd {}`, then ", folder_.string());
    Say(fmt::format("made {} files; next: {}`lq test .`, and read README.md\n",
                    AllStarterFiles().size(), go));
  }

  const fs::path folder_;
  std::string review_;
  // Files and folders, in the order in which they were made.
  std::vector<fs::path> made_;
};

}  // namespace

int RunInit(const std::vector<std::string>& words) {
  std::string folder = ".";
  std::string today_text;
  CommandLine line("init");
  line.OptionalArgument("DIR", folder, "the folder to make it in; default: the one you are in");
  line.Option("--today", "DATE", today_text,
              "the date that the next review is counted from; default: the clock's");
  if (const auto status = line.Read(words)) {
    return *status;
  }
  std::int64_t today = 0;
  return ReadToday(today_text, today) ? NewPackage(folder, today).Make() : kUsage;
}

}  // namespace lq::tool
