#include <algorithm>
#include <array>

#include "tools/lq/build_command.h"
#include "tools/lq/check_command.h"
#include "tools/lq/completions_command.h"
#include "tools/lq/decide_command.h"
#include "tools/lq/doctor_command.h"
#include "tools/lq/explain_command.h"
#include "tools/lq/fmt_command.h"
#include "tools/lq/help_command.h"
#include "tools/lq/init_command.h"
#include "tools/lq/inspect_command.h"
#include "tools/lq/lint_command.h"
#include "tools/lq/map_command.h"
#include "tools/lq/schema_command.h"
#include "tools/lq/test_command.h"
#include "tools/lq/verb.h"
#include "tools/lq/version_command.h"
#include "tools/lq/why_command.h"

namespace lq::tool {
namespace {

constexpr std::array kVerbs = {
    Verb{"init", "[DIR]", "make a package to begin with: rules, tests, leads, CI files", RunInit},
    Verb{"check", "PATH...", "look for mistakes in schemas, libraries, policies and sources",
         RunCheck},
    Verb{"fmt", "PATH...", "lay files out in the one canonical way", RunFmt},
    Verb{"lint", "PATH...", "advise on what is no mistake but likely not meant", RunLint},
    Verb{"test", "PATH...", "run the tests of policies and the examples of their rules", RunTest},
    Verb{"decide", "POLICY --leads FILE", "decide each lead of a file", RunDecide},
    Verb{"build", "POLICY -o FILE.lqb",
         "write a policy as a bundle, which decides without its text", RunBuild},
    Verb{"map", "SOURCE --payload FILE", "show what a source makes of a payload", RunMap},
    Verb{"why", "POLICY --lead FILE", "explain one decision, and what would have changed it",
         RunWhy},
    Verb{"inspect", "POLICY", "list what a policy reads and decides, or draw it", RunInspect},
    Verb{"schema", "POLICY", "write the canonical lead as JSON Schema or as a page", RunSchema},
    Verb{"explain", "SUBJECT", "tell what a message, or a standard function or library, means",
         RunExplain},
    Verb{"completions", "SHELL", "print what makes a shell complete lq's words", RunCompletions},
    Verb{"doctor", "", "look over the set-up, and tell what is wrong and how to mend it",
         RunDoctor},
    Verb{"version", "", "print the version", RunVersion},
    Verb{"help", "[VERB]", "list the verbs, or tell how to use one", RunHelp},
};

}  // namespace

std::span<const Verb> AllVerbs() { return kVerbs; }

const Verb* FindVerb(std::string_view name) {
  const auto found = std::find_if(kVerbs.begin(), kVerbs.end(),
                                  [&](const Verb& verb) { return verb.name == name; });
  return found == kVerbs.end() ? nullptr : &*found;
}

}  // namespace lq::tool
