#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/report.h"
#include "tools/lq/verb.h"

namespace lq::tool {
namespace {

extern "C" void OnInterrupt(int) { _exit(kInterrupted); }

// Ctrl-C ends the process with the contract's status, unless whoever started it had it ignored. A
// pipe that is closed is seen where it is written to, and so is a limit to the size of files.
void SetUpSignals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  if (std::signal(SIGINT, OnInterrupt) == SIG_IGN) {
    std::signal(SIGINT, SIG_IGN);
  }
}

// `lq`, `lq --help` and `lq --version` are verbs too.
std::string VerbName(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h") {
    return "help";
  }
  return words[0] == "--version" || words[0] == "-V" ? "version" : words[0];
}

int UnknownVerb(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Verb& verb : AllVerbs()) {
    names.push_back(verb.name);
  }
  const std::string_view nearest = NearestName(name, names);
  Report(DiagnosticKind::kCommandUsage, fmt::format("`{}` is not a verb of lq", name),
         nearest.empty() ? "`lq help` lists the verbs"
                         : fmt::format("did you mean `lq {}`?", nearest));
  return kUsage;
}

int Run(std::vector<std::string> words) {
  const std::string name = VerbName(words);
  if (!words.empty()) {
    words.erase(words.begin());
  }
  const Verb* verb = FindVerb(name);
  return verb == nullptr ? UnknownVerb(name) : verb->run(words);
}

}  // namespace
}  // namespace lq::tool

int main(int argc, char** argv) {
  lq::tool::SetUpSignals();
  try {
    return lq::tool::Run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    lq::tool::Say(fmt::format(
        "lq has a bug: {}\nPlease report it with the files and the command.\n", error.what()));
    return lq::tool::kBug;
  }
}
