#include "tools/lq/completions_command.h"

#include "tools/lq/command_line.h"
#include "tools/lq/completion_script.h"
#include "tools/lq/output.h"

namespace lq::tool {

int RunCompletions(const std::vector<std::string>& words) {
  std::string shell;
  CommandLine line("completions");
  line.ChoiceArgument("SHELL", shell, {"bash", "zsh", "fish"}, "bash, zsh or fish");
  if (const auto status = line.Read(words)) {
    return *status;
  }
  const std::vector<CompletedVerb> verbs = CompletedVerbs();
  Output output;
  output.Write(shell == "bash"  ? BashScript(verbs)
               : shell == "zsh" ? ZshScript(verbs)
                                : FishScript(verbs));
  return output.status();
}

}  // namespace lq::tool
