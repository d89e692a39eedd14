#include "tests/support/process/run_command.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <regex>

#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

std::string Quoted(const std::string& text) {
  std::string out = "'";
  for (const char character : text) {
    out += character == '\'' ? std::string("'\\''") : std::string(1, character);
  }
  return out + "'";
}

void ReplaceAll(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string Normalised(std::string text, const fs::path& folder) {
  ReplaceAll(text, folder.string(), "<folder>");
  static const std::regex kTime(R"(in [0-9.]+ s \([0-9,]+ leads a second\))");
  return std::regex_replace(text, kTime, "in <time>");
}

}  // namespace

CommandResult RunCommand(const std::string& command, const fs::path& folder,
                         const fs::path& tools) {
  // The results stand outside the folder, where the command does not see them.
  const TemporaryFolder results;
  const fs::path out = results.path() / "stdout";
  const fs::path err = results.path() / "stderr";
  results.Write("command", command);
  const std::string line =
      "cd " + Quoted(folder) + " && PATH=" + Quoted(tools) +
      ":$PATH && LQ_CACHE=" + Quoted(results.path() / "cache") +
      " && export PATH LQ_CACHE LC_ALL=C.UTF-8 TERM=dumb && unset NO_COLOR && exec sh " +
      Quoted(results.path() / "command") + " >" + Quoted(out) + " 2>" + Quoted(err);
  const int status = std::system(line.c_str());
  CommandResult result;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = Normalised(ReadWhole(out), folder);
  result.err = Normalised(ReadWhole(err), folder);
  return result;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "lq-test-XXXXXX").string();
  path_ = mkdtemp(pattern.data()) == nullptr ? "" : pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void TemporaryFolder::Write(const std::string& name, const std::string& text) const {
  fs::create_directories((path_ / name).parent_path());
  WriteWhole(path_ / name, text);
}

}  // namespace lq::test
