#include "tools/lq/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>

#include "compiler/diag/diagnostic.h"
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

void AddColor(CLI::App& app) {
  const auto set_color = [](const std::string& mode) {
    SetColor(mode == "always"  ? ColorMode::kAlways
             : mode == "never" ? ColorMode::kNever
                               : ColorMode::kAuto);
  };
  app.add_option_function<std::string>("--color", set_color,
                                       "colour in messages: always, never, or auto (the default)")
      ->type_name("WHEN")
      ->check(OneOf({"auto", "always", "never"}));
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
int BadWord(std::string_view verb, const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string name = text.substr(0, text.find_first_of(" :"));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return WrongUsage(verb, fmt::format("`lq {}` needs `{}`", verb, name), "");
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return WrongUsage(verb, fmt::format("`{}` needs a value behind it, and just one", name), "");
  }
  return WrongUsage(verb, fmt::format("`{}`{}", name, text.substr(name.size())), "");
}

}  // namespace

std::unique_ptr<CLI::App> MakeCommandLine(std::string_view verb) {
  auto app = std::make_unique<CLI::App>("", std::string(verb));
  app->formatter(std::make_shared<PlainFormatter>());
  app->set_help_flag();
  return app;
}

void AddChoice(CLI::App& app, const std::string& name, std::string& value,
               const std::vector<std::string>& allowed, const std::string& description) {
  std::string type = name.substr(2);
  std::transform(type.begin(), type.end(), type.begin(), Upper);
  app.add_option(name, value, description)->type_name(type)->check(OneOf(allowed));
}

void AddFormat(CLI::App& app, std::string& format, const std::vector<std::string>& allowed) {
  format = allowed.front();
  AddChoice(
      app, "--format", format, allowed,
      fmt::format("how to print: {}; default: {}", fmt::join(allowed, ", "), allowed.front()));
}

void AddLibraryPath(CLI::App& app, std::vector<std::string>& folders) {
  app.add_option("--library-path", folders, "a further folder to find libraries in; repeatable")
      ->type_name("FOLDER")
      ->take_all()
      ->allow_extra_args(false);
}

std::optional<int> ReadCommandLine(CLI::App& app, std::string_view verb,
                                   const std::vector<std::string>& words) {
  AddColor(app);
  app.set_help_flag("-h,--help", "print this and do nothing");
  try {
    // CLI11 takes the words from the back.
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    Output output;
    output.Write(app.help());
    return output.status();
  } catch (const CLI::ExtrasError&) {
    return UnexpectedWord(app, verb);
  } catch (const CLI::ParseError& error) {
    return BadWord(verb, error);
  }
  return std::nullopt;
}

}  // namespace lq::tool
