// What `lq completions` prints, read and asked by the shells themselves; a shell that is not there
// is passed over.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/process/run_command.h"

namespace lq::test {
namespace {

using Words = std::vector<std::string>;

// A folder with a policy, a name with a space, and a folder.
class Shells : public testing::Test {
 protected:
  Shells() {
    folder_.Write("policy.lq", "");
    folder_.Write("two words.lq", "");
    folder_.Write("inner/file.txt", "");
  }

  bool Has(const std::string& shell) { return Run("command -v " + shell).status == 0; }

  CommandResult Run(const std::string& command) {
    return RunCommand(command, folder_.path(), LQ_TOOLS);
  }

  // The lines that a command prints, sorted.
  Words Lines(const std::string& command) {
    const CommandResult result = Run(command);
    EXPECT_EQ(result.err, "") << command;
    std::istringstream stream(result.out);
    Words lines;
    for (std::string line; std::getline(stream, line);) {
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  TemporaryFolder folder_;
};

struct Case {
  // The command line so far; the last word is what is completed.
  Words words;
  Words completed;
};

const std::vector<Case>& Cases() {
  static const std::vector<Case> cases = {
      {{"lq", "ch"}, {"check"}},
      {{"lq", "de"}, {"decide"}},
      {{"lq", "decide", "--fo"}, {"--format"}},
      {{"lq", "decide", "--format", ""}, {"csv", "json", "jsonl", "table"}},
      {{"lq", "decide", "--tier", "o"}, {"oracle"}},
      {{"lq", "decide", "--strict", "po"}, {"policy.lq"}},
      {{"lq", "decide", "--leads", "two"}, {"two words.lq"}},
      {{"lq", "decide", "--as-of", ""}, {}},
      {{"lq", "completions", ""}, {"bash", "fish", "zsh"}},
      {{"lq", "explain", "std_g"}, {"std_geo"}},
      {{"lq", "explain", "LQ095"},
       {"LQ0950", "LQ0951", "LQ0952", "LQ0953", "LQ0954", "LQ0955", "LQ0956", "LQ0957", "LQ0958",
        "LQ0959"}},
      {{"lq", "help", "do"}, {"doctor"}},
      {{"lq", "check", "--color", "al"}, {"always"}},
  };
  return cases;
}

std::string Joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

TEST_F(Shells, BashCompletes) {
  if (!Has("bash")) {
    GTEST_SKIP() << "no bash here";
  }
  for (const Case& one : Cases()) {
    std::string words;
    for (const std::string& word : one.words) {
      words += " '" + word + "'";
    }
    EXPECT_EQ(
        Lines("bash -c 'source <(lq completions bash); COMP_WORDS=(" +
              std::string("\"$@\"); COMP_CWORD=$(($#-1)); _lq; ") +
              "[ ${#COMPREPLY[@]} -eq 0 ] || printf \"%s\\n\" \"${COMPREPLY[@]}\"' -" + words),
        one.completed)
        << Joined(one.words);
  }
  EXPECT_EQ(Lines("bash -c 'source <(lq completions bash); complete -p lq'"),
            Words{"complete -o filenames -F _lq lq"});
}

TEST_F(Shells, FishCompletes) {
  if (!Has("fish")) {
    GTEST_SKIP() << "no fish here";
  }
  for (const Case& one : Cases()) {
    EXPECT_EQ(Lines("HOME=$PWD fish -c 'lq completions fish | source; complete -C \"" +
                    Joined(one.words) + "\"' 2>/dev/null | cut -f 1"),
              one.completed)
        << Joined(one.words);
  }
}

// zsh completes only at a terminal of its own: type, press Tab, and look at the line.
std::string ZshLine(const std::string& typed) {
  return "cat > ask.zsh <<'END'\n"
         "zmodload zsh/zpty\n"
         "zpty z 'zsh -f -i'\n"
         "zpty -w z \"PS1= ; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -D -u; "
         "source <(lq completions zsh); bindkey '^I' complete-word; echo REA''DY\"\n"
         "zpty -r -m z out '*READY*'\n"
         "zpty -w -n z '" +
         typed +
         "'$'\\t'\n"
         "sleep 1\n"
         "zpty -w -n z $'\\C-a\\C-k'\"print -r -- '<'\"$'\\C-y'\"'>'\"$'\\n'\n"
         "zpty -r -m z out '*<lq*>*'\n"
         "print -r -- \"$out\"\n"
         "zpty -d z\n"
         "END\n"
         "timeout 20 zsh -f ask.zsh | grep -o '<lq[^>]*>' | tail -n 1";
}

TEST_F(Shells, ZshCompletes) {
  if (!Has("zsh")) {
    GTEST_SKIP() << "no zsh here";
  }
  EXPECT_EQ(Run("lq completions zsh > lq.zsh && zsh -n lq.zsh").err, "");
  const std::pair<std::string, std::string> cases[] = {
      {"lq ch", "<lq check>"},
      {"lq decide --fo", "<lq decide --format>"},
      {"lq explain std_g", "<lq explain std_geo>"},
      {"lq check po", "<lq check policy.lq>"},
  };
  for (const auto& [typed, line] : cases) {
    std::string out = Run(ZshLine(typed)).out;
    out.erase(std::remove(out.begin(), out.end(), '\n'), out.end());
    // A blank behind the word says that it is whole.
    if (out.ends_with(" >")) {
      out.replace(out.size() - 2, 2, ">");
    }
    EXPECT_EQ(out, line) << typed;
  }
}

}  // namespace
}  // namespace lq::test
