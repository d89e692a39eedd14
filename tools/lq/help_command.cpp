#include "tools/lq/help_command.h"

#include <fmt/format.h>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/command_line.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/verb.h"

namespace lq::tool {
namespace {

std::string Overview() {
  std::string text =
      "lq checks and runs policies that decide about leads.\n\n"
      "Usage: lq VERB ...\n\n";
  for (const Verb& verb : AllVerbs()) {
    text += fmt::format("  {:<12}{}\n", verb.name, verb.summary);
  }
  text +=
      "\n`lq help VERB` tells how to use one. Exit status: 0 fine, 1 findings (an error in a "
      "file),\n"
      "2 wrong usage or a file that cannot be read or written, 70 a bug in lq, 130 interrupted.\n";
  return text;
}

}  // namespace

int RunHelp(const std::vector<std::string>& words) {
  std::string name;
  // The common case, `lq --help`, sets up nothing.
  if (!words.empty()) {
    CommandLine line("help");
    line.OptionalArgument("VERB", name, "the verb to tell of; without one, all are listed");
    if (const auto status = line.Read(words)) {
      return *status;
    }
  }
  if (name.empty()) {
    Output output;
    output.Write(Overview());
    return output.status();
  }
  const Verb* verb = FindVerb(name);
  if (verb == nullptr) {
    Report(DiagnosticKind::kCommandUsage, fmt::format("`{}` is not a verb of lq", name),
           "`lq help` lists the verbs");
    return kUsage;
  }
  return verb->run({"--help"});
}

}  // namespace lq::tool
