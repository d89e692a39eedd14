#include "tools/lq/command_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/verb.h"

namespace lq::tool {
namespace {

// The lines of `lq help VERB`: usage, summary, then each argument and option with what it is for.
class PlainFormatter : public CLI::Formatter {
 public:
  PlainFormatter() {
    label("Positionals", "Arguments");
    label("REQUIRED", "(required)");
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
    out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
  }
};

void AddColor(CLI::App& app) {
  app.add_option_function<std::string>(
         "--color",
         [](const std::string& mode) {
           SetColor(mode == "always"  ? ColorMode::kAlways
                    : mode == "never" ? ColorMode::kNever
                                      : ColorMode::kAuto);
         },
         "colour in messages: auto (on a terminal, unless NO_COLOR is set), always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
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

}  // namespace

std::unique_ptr<CLI::App> MakeCommandLine(std::string_view verb) {
  auto app = std::make_unique<CLI::App>("", std::string(verb));
  app->formatter(std::make_shared<PlainFormatter>());
  app->set_help_flag("-h,--help", "print this and do nothing");
  AddColor(*app);
  return app;
}

void AddFormat(CLI::App& app, std::string& format, const std::vector<std::string>& allowed) {
  format = allowed.front();
  app.add_option("--format", format, fmt::format("one of: {}", fmt::join(allowed, ", ")))
      ->type_name("FORMAT")
      ->check(CLI::IsMember(allowed));
}

std::optional<int> ReadCommandLine(CLI::App& app, std::string_view verb,
                                   const std::vector<std::string>& words) {
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
    return WrongUsage(verb, error.what(), "");
  }
  return std::nullopt;
}

}  // namespace lq::tool
