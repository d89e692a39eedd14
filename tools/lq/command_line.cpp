#include "tools/lq/command_line.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <functional>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/verb.h"

namespace lq::tool {
namespace {

char Upper(char letter) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
}

// The lines of `lq help VERB`: usage, summary, then each argument and option with what it is for.
class PlainFormatter : public CLI::Formatter {
 public:
  PlainFormatter() {
    label("Positionals", "Arguments");
    column_width(26);
  }
  std::string make_usage(const CLI::App* app, std::string) const override {
    const Verb* verb = FindVerb(app->get_name());
    return fmt::format("Usage: lq {}{}{} [OPTIONS]\n\n{}.\n", verb->name,
                       verb->arguments.empty() ? "" : " ", verb->arguments,
                       Capitalised(verb->summary));
  }
  std::string make_description(const CLI::App*) const override { return ""; }
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_size() == 0 ? "" : " " + option->get_type_name();
  }

 private:
  static std::string Capitalised(std::string_view text) {
    std::string out(text);
    out[0] = Upper(out[0]);
    return out;
  }
};

// Refuses what is none of `allowed`.
std::function<std::string(const std::string&)> OneOf(std::vector<std::string> allowed) {
  return [allowed = std::move(allowed)](const std::string& word) {
    const bool known = std::find(allowed.begin(), allowed.end(), word) != allowed.end();
    return known ? "" : fmt::format("`{}` is none of {}", word, fmt::join(allowed, ", "));
  };
}

// Refuses what is no whole number from 1 to `most`.
std::function<std::string(const std::string&)> UpTo(unsigned most) {
  return [most](const std::string& word) {
    const bool digits = !word.empty() && word.size() < 9 &&
                        word.find_first_not_of("0123456789") == std::string::npos;
    const unsigned long number = digits ? std::stoul(word) : 0;
    return number >= 1 && number <= most
               ? ""
               : fmt::format("`{}` is no number from 1 to {}", word, most);
  };
}

// Refuses the empty word that a script passes for a variable it forgot to set.
std::string NotEmpty(const std::string& word) {
  return word.empty() ? "needs a value, which is empty here" : "";
}

// Refuses what cannot be listed.
std::string Folder(const std::string& path) {
  const std::string problem = FolderProblem(path);
  return problem.empty() ? "" : fmt::format("`{}` cannot be read: {}", path, problem);
}

// Where `Read` puts what it would have read, while `WordsOf` asks for it.
std::vector<CommandWord>* asked_words = nullptr;

const std::vector<std::string> kColorModes = {"auto", "always", "never"};
constexpr const char* kColorHelp = "colour in messages: always, never, or auto (the default)";
constexpr const char* kHelpHelp = "print this and do nothing";

void AddColor(CLI::App& app) {
  const auto set_color = [](const std::string& mode) {
    SetColor(mode == "always"  ? ColorMode::kAlways
             : mode == "never" ? ColorMode::kNever
                               : ColorMode::kAuto);
  };
  app.add_option_function<std::string>("--color", set_color, kColorHelp)
      ->type_name("WHEN")
      ->check(OneOf(kColorModes));
}

int WrongUsage(std::string_view verb, std::string_view message, std::string_view suggestion) {
  const std::string more = fmt::format("`lq help {}` lists what it takes", verb);
  Report(DiagnosticKind::kCommandUsage, message,
         suggestion.empty() ? more : fmt::format("did you mean `{}`? {}", suggestion, more));
  return kUsage;
}

// "--leeds=x" is not an option; the nearest one is suggested.
int UnexpectedWord(const CLI::App& app, std::string_view verb) {
  const std::vector<std::string> extra = app.remaining();
  const std::string word = extra.empty() ? "" : extra.front();
  if (!word.starts_with("-")) {
    return WrongUsage(verb, fmt::format("`{}` is one argument more than `lq {}` takes", word, verb),
                      "");
  }
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& known : option->get_lnames()) {
      names.push_back("--" + known);
    }
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return WrongUsage(verb, fmt::format("`{}` is not an option of `lq {}`", name, verb),
                    NearestName(name, candidates));
}

// CLI11 says "--leads: 1 required FILE missing" and "PATH is required".
int BadWord(const CLI::App& app, std::string_view verb, const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string name = text.substr(0, text.find_first_of(" :"));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    // An option that does not exist is likelier to be the mistake.
    const std::vector<std::string> extra = app.remaining();
    const bool unknown = !extra.empty() && extra.front().starts_with("-");
    return unknown ? UnexpectedWord(app, verb)
                   : WrongUsage(verb, fmt::format("`lq {}` needs `{}`", verb, name), "");
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const CLI::Option* option = app.get_option_no_throw(name);
    const bool twice = option != nullptr && option->count() > 1;
    const std::string_view problem = twice ? "is given twice" : "needs a value behind it";
    return WrongUsage(verb, fmt::format("`{}` {}", name, problem), "");
  }
  return WrongUsage(verb, fmt::format("`{}`{}", name, text.substr(name.size())), "");
}

}  // namespace

struct CommandLine::State {
  explicit State(std::string_view name) : verb(name), app("", std::string(name)) {}
  std::string verb;
  CLI::App app;
  std::vector<CommandWord> words;
};

CommandLine::CommandLine(std::string_view verb) : state_(std::make_unique<State>(verb)) {
  state_->app.formatter(std::make_shared<PlainFormatter>());
  state_->app.set_help_flag();
}

CommandLine::~CommandLine() = default;

void CommandLine::Argument(const std::string& name, std::string& value,
                           const std::string& description) {
  state_->words.push_back({name, "", description, {}, false});
  state_->app.add_option(name, value, description)->required()->type_name("")->check(NotEmpty);
}

void CommandLine::ChoiceArgument(const std::string& name, std::string& value,
                                 const std::vector<std::string>& allowed,
                                 const std::string& description) {
  state_->words.push_back({name, "", description, allowed, false});
  state_->app.add_option(name, value, description)
      ->required()
      ->type_name("")
      ->check(OneOf(allowed));
}

void CommandLine::OptionalArgument(const std::string& name, std::string& value,
                                   const std::string& description) {
  state_->words.push_back({name, "", description, {}, false});
  state_->app.add_option(name, value, description)->type_name("")->check(NotEmpty);
}

void CommandLine::Arguments(const std::string& name, std::vector<std::string>& values,
                            const std::string& description) {
  state_->words.push_back({name, "", description, {}, true});
  state_->app.add_option(name, values, description)->required()->type_name("")->check(NotEmpty);
}

void CommandLine::Paths(std::vector<std::string>& values, const std::string& description) {
  values = {"."};
  state_->words.push_back({"PATH", "", description + "; default: the folder one is in", {}, true});
  state_->app.add_option("PATH", values, state_->words.back().description)
      ->type_name("")
      ->check(NotEmpty);
}

void CommandLine::Option(const std::string& name, const std::string& type, std::string& value,
                         const std::string& description) {
  state_->words.push_back({name, type, description, {}, false});
  state_->app.add_option(name, value, description)->type_name(type)->check(NotEmpty);
}

void CommandLine::RequiredOption(const std::string& name, const std::string& type,
                                 std::string& value, const std::string& description) {
  state_->words.push_back({name, type, description, {}, false});
  state_->app.add_option(name, value, description)->required()->type_name(type)->check(NotEmpty);
}

void CommandLine::OutputFile(std::string& value, const std::string& description) {
  state_->words.push_back({"--output", "FILE", description, {}, false});
  state_->app.add_option("-o,--output", value, description)
      ->required()
      ->type_name("FILE")
      ->check(NotEmpty);
}

void CommandLine::Options(const std::string& name, const std::string& type,
                          std::vector<std::string>& values, const std::string& description) {
  state_->words.push_back({name, type, description, {}, true});
  state_->app.add_option(name, values, description)
      ->type_name(type)
      ->take_all()
      ->allow_extra_args(false)
      ->check(NotEmpty);
}

void CommandLine::Choice(const std::string& name, std::string& value,
                         const std::vector<std::string>& allowed, const std::string& description) {
  std::string type = name.substr(2);
  std::transform(type.begin(), type.end(), type.begin(), Upper);
  state_->words.push_back({name, type, description, allowed, false});
  state_->app.add_option(name, value, description)->type_name(type)->check(OneOf(allowed));
}

void CommandLine::Count(const std::string& name, unsigned& value, unsigned most,
                        const std::string& description) {
  state_->words.push_back({name, "N", description, {}, false});
  state_->app.add_option(name, value, description)->type_name("N")->check(UpTo(most));
}

void CommandLine::Flag(const std::string& name, bool& value, const std::string& description) {
  state_->words.push_back({name, "", description, {}, false});
  state_->app.add_flag(name, value, description);
}

void CommandLine::Format(std::string& format, const std::vector<std::string>& allowed) {
  format = allowed.front();
  Choice("--format", format, allowed,
         fmt::format("how to print: {}; default: {}", fmt::join(allowed, ", "), allowed.front()));
}

void CommandLine::LibraryPath(std::vector<std::string>& folders) {
  Options("--library-path", "FOLDER", folders, "a further folder to find libraries in; repeatable");
  state_->app.get_option("--library-path")->check(Folder);
}

std::optional<int> CommandLine::Read(const std::vector<std::string>& words) {
  if (asked_words != nullptr) {
    *asked_words = std::move(state_->words);
    asked_words->push_back({"--color", "WHEN", kColorHelp, kColorModes, false});
    asked_words->push_back({"--help", "", kHelpHelp, {}, false});
    return kFine;
  }
  CLI::App& app = state_->app;
  AddColor(app);
  app.set_help_flag("-h,--help", kHelpHelp);
  try {
    // CLI11 takes the words from the back.
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    Output output;
    output.Write(app.help());
    return output.status();
  } catch (const CLI::ExtrasError&) {
    return UnexpectedWord(app, state_->verb);
  } catch (const CLI::ParseError& error) {
    return BadWord(app, state_->verb, error);
  }
  return std::nullopt;
}

std::vector<CommandWord> WordsOf(const Verb& verb) {
  std::vector<CommandWord> words;
  asked_words = &words;
  verb.run({"--help"});
  asked_words = nullptr;
  return words;
}

}  // namespace lq::tool
