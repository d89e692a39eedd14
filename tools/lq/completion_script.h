#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/lq/command_line.h"

namespace lq::tool {

// What can stand at a place of the command line.
enum class Completed { kNothing, kChoices, kFiles, kFolders };

struct CompletedWord {
  CommandWord word;
  Completed by = Completed::kNothing;
};

struct CompletedVerb {
  std::string_view name;
  std::string_view summary;
  // Options and flags.
  std::vector<CompletedWord> options;
  std::vector<CompletedWord> arguments;
};

// The verbs with the rows of their help, and how each word is completed.
std::vector<CompletedVerb> CompletedVerbs();

// What a shell reads to complete the words of lq.
std::string BashScript(const std::vector<CompletedVerb>& verbs);
std::string ZshScript(const std::vector<CompletedVerb>& verbs);
std::string FishScript(const std::vector<CompletedVerb>& verbs);

}  // namespace lq::tool
