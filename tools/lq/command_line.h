#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lq::tool {

struct Verb;

// A word that a verb's command line takes: a row of its `--help`.
struct CommandWord {
  // "--leads", or "POLICY" for an argument.
  std::string name;
  // What stands behind an option: "FILE"; empty for a flag and for an argument.
  std::string type;
  std::string description;
  // Nothing else may be given; empty: anything.
  std::vector<std::string> choices;
  bool repeatable = false;
};

// The arguments and options of a verb, bound to variables that outlive it. The parser behind it
// stays in one file, since it is slow to compile.
class CommandLine {
 public:
  explicit CommandLine(std::string_view verb);
  ~CommandLine();

  // What must be there, once or several times: "POLICY".
  void Argument(const std::string& name, std::string& value, const std::string& description);
  void ChoiceArgument(const std::string& name, std::string& value,
                      const std::vector<std::string>& allowed, const std::string& description);
  void OptionalArgument(const std::string& name, std::string& value,
                        const std::string& description);
  void Arguments(const std::string& name, std::vector<std::string>& values,
                 const std::string& description);
  // Files and folders; without any `.`.
  void Paths(std::vector<std::string>& values, const std::string& description);
  // `type` is what stands behind the option in its help: "FILE".
  void Option(const std::string& name, const std::string& type, std::string& value,
              const std::string& description);
  void RequiredOption(const std::string& name, const std::string& type, std::string& value,
                      const std::string& description);
  // `-o FILE`, also `--output FILE`; it must be there.
  void OutputFile(std::string& value, const std::string& description);
  // May be repeated.
  void Options(const std::string& name, const std::string& type, std::vector<std::string>& values,
               const std::string& description);
  // One of `allowed`.
  void Choice(const std::string& name, std::string& value, const std::vector<std::string>& allowed,
              const std::string& description);
  // A whole number from 1 to `most`.
  void Count(const std::string& name, unsigned& value, unsigned most,
             const std::string& description);
  void Flag(const std::string& name, bool& value, const std::string& description);

  // `--format` with its allowed values; the first is the default.
  void Format(std::string& format, const std::vector<std::string>& allowed);
  void LibraryPath(std::vector<std::string>& folders);

  // Adds what all verbs share, and reads `words` into the variables. A status when the verb ends
  // here: after `--help`, or on wrong usage, which is reported.
  std::optional<int> Read(const std::vector<std::string>& words);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What the command line of a verb takes, in the order of its help. Runs the verb up to where it
// reads its command line, and no further.
std::vector<CommandWord> WordsOf(const Verb& verb);

}  // namespace lq::tool
