#include "tools/lq/completion_script.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "stdlib/describe/describe.h"
#include "tools/lq/error_pages.h"
#include "tools/lq/verb.h"

namespace lq::tool {
namespace {

// What `lq explain` can explain.
std::vector<std::string> Subjects() {
  std::vector<std::string> subjects = {"standard"};
  for (const std::string_view name : stdlib::DescribedNames()) {
    subjects.emplace_back(name);
  }
  for (const ErrorPage& page : AllErrorPages()) {
    subjects.emplace_back(page.code);
  }
  return subjects;
}

std::vector<std::string> VerbNames() {
  std::vector<std::string> names;
  for (const Verb& verb : AllVerbs()) {
    names.emplace_back(verb.name);
  }
  return names;
}

CompletedWord Complete(CommandWord word) {
  static const std::set<std::string> files = {"FILE", "LEADS", "PATH", "POLICY", "SOURCE"};
  static const std::set<std::string> folders = {"DIR", "FOLDER"};
  const std::string kind = word.name.starts_with("-") ? word.type : word.name;
  if (kind == "SUBJECT") {
    word.choices = Subjects();
  } else if (kind == "VERB") {
    word.choices = VerbNames();
  }
  const Completed by = !word.choices.empty()    ? Completed::kChoices
                       : files.contains(kind)   ? Completed::kFiles
                       : folders.contains(kind) ? Completed::kFolders
                                                : Completed::kNothing;
  return {std::move(word), by};
}

// `text` between single quotes, for sh.
std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char letter : text) {
    out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  }
  return out + "'";
}

// ---- bash

std::string BashPlace(const std::vector<CompletedWord>& words) {
  std::string place;
  for (const CompletedWord& one : words) {
    switch (one.by) {
      case Completed::kNothing:
        break;
      case Completed::kChoices:
        place += fmt::format(" words=\"{}\"", fmt::join(one.word.choices, " "));
        break;
      case Completed::kFiles:
        place += " files=-f";
        break;
      case Completed::kFolders:
        place += " files=-d";
        break;
    }
  }
  return place.empty() ? " :" : place;
}

// What stands behind each option that takes a value.
std::string BashValues(const CompletedVerb& verb) {
  std::string cases;
  for (const CompletedWord& option : verb.options) {
    if (!option.word.type.empty()) {
      cases +=
          fmt::format("    \"{} {}\"){} ;;\n", verb.name, option.word.name, BashPlace({option}));
    }
  }
  return cases;
}

// What stands anywhere else behind the verb.
std::string BashOthers(const CompletedVerb& verb) {
  std::string names;
  for (const CompletedWord& option : verb.options) {
    names += (names.empty() ? "" : " ") + option.word.name;
  }
  return fmt::format("      \"{0} -\"*) words=\"{1}\" ;;\n      \"{0} \"*){2} ;;\n", verb.name,
                     names, BashPlace(verb.arguments));
}

// ---- zsh

// A text within a spec of _arguments, whose brackets and colons mean something.
std::string ZshText(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') {
      out += '\\';
    }
    out += letter;
  }
  return out;
}

std::string ZshAction(const CompletedWord& one) {
  switch (one.by) {
    case Completed::kNothing:
      return " ";
    case Completed::kChoices:
      return fmt::format("({})", fmt::join(one.word.choices, " "));
    case Completed::kFiles:
      return "_files";
    case Completed::kFolders:
      return "_files -/";
  }
  return {};
}

std::string ZshSpec(const CompletedWord& one) {
  const CommandWord& word = one.word;
  if (!word.name.starts_with("-")) {
    return Quoted(fmt::format("{}:{}:{}", word.repeatable ? "*" : "", word.name, ZshAction(one)));
  }
  const std::string head =
      (word.repeatable ? "*" : "") + word.name + (word.type.empty() ? "" : "=");
  const std::string value =
      word.type.empty() ? "" : fmt::format(":{}:{}", word.type, ZshAction(one));
  return Quoted(fmt::format("{}[{}]{}", head, ZshText(word.description), value));
}

// ---- fish

std::string FishQuoted(std::string_view text) {
  std::string out = "'";
  for (const char letter : text) {
    out += letter == '\'' || letter == '\\' ? "\\" : "";
    out += letter;
  }
  return out + "'";
}

// `-x`: a value and no file; `-r`: a value.
std::string FishPlace(const CompletedWord& one) {
  const bool option = one.word.name.starts_with("-");
  switch (one.by) {
    case Completed::kNothing:
      return option && !one.word.type.empty() ? " -x" : "";
    case Completed::kChoices:
      return fmt::format("{} -a {}", option ? " -x" : "",
                         FishQuoted(fmt::format("{}", fmt::join(one.word.choices, " "))));
    case Completed::kFiles:
      return option ? " -r -F" : " -F";
    case Completed::kFolders:
      return std::string(option ? " -x" : "") + " -a '(__fish_complete_directories)'";
  }
  return {};
}

std::string FishLine(const CompletedVerb& verb, const CompletedWord& one) {
  const CommandWord& word = one.word;
  const std::string head =
      fmt::format("complete -c lq -n '__fish_seen_subcommand_from {}'", verb.name);
  if (!word.name.starts_with("-")) {
    return one.by == Completed::kNothing ? std::string() : head + FishPlace(one) + "\n";
  }
  return fmt::format("{} -l {}{} -d {}\n", head, word.name.substr(2), FishPlace(one),
                     FishQuoted(word.description));
}

}  // namespace

std::vector<CompletedVerb> CompletedVerbs() {
  std::vector<CompletedVerb> verbs;
  for (const Verb& verb : AllVerbs()) {
    CompletedVerb& completed = verbs.emplace_back();
    completed.name = verb.name;
    completed.summary = verb.summary;
    for (CommandWord& word : WordsOf(verb)) {
      const bool option = word.name.starts_with("-");
      (option ? completed.options : completed.arguments).push_back(Complete(std::move(word)));
    }
  }
  return verbs;
}

std::string BashScript(const std::vector<CompletedVerb>& verbs) {
  std::string values;
  std::string others;
  for (const CompletedVerb& verb : verbs) {
    values += BashValues(verb);
    others += BashOthers(verb);
  }
  return fmt::format(
      "# Completes the words of lq in bash: source <(lq completions bash)\n"
      "_lq() {{\n"
      "  local word=\"${{COMP_WORDS[COMP_CWORD]}}\" before=\"${{COMP_WORDS[COMP_CWORD-1]}}\"\n"
      "  local verb=\"${{COMP_WORDS[1]}}\" words=\"\" files=\"\" line\n"
      "  [ \"$COMP_CWORD\" -eq 1 ] && verb=\"\" before=\"\"\n"
      "  case \"$verb $before\" in\n"
      "    \" \") words=\"{}\" ;;\n"
      "{}"
      "    *) case \"$verb $word\" in\n"
      "{}"
      "    esac ;;\n"
      "  esac\n"
      "  COMPREPLY=()\n"
      "  while IFS= read -r line; do COMPREPLY+=(\"$line\"); done < <(\n"
      "    compgen -W \"$words\" -- \"$word\"\n"
      "    [ -n \"$files\" ] && compgen \"$files\" -- \"$word\"\n"
      "  )\n"
      "}}\n"
      "complete -o filenames -F _lq lq\n",
      fmt::join(VerbNames(), " "), values, others);
}

std::string ZshScript(const std::vector<CompletedVerb>& verbs) {
  std::string names;
  std::string cases;
  for (const CompletedVerb& verb : verbs) {
    names +=
        fmt::format("    {}\n", Quoted(fmt::format("{}:{}", verb.name, ZshText(verb.summary))));
    cases += fmt::format("    {})\n      _arguments", verb.name);
    for (const auto* words : {&verb.options, &verb.arguments}) {
      for (const CompletedWord& word : *words) {
        cases += " \\\n        " + ZshSpec(word);
      }
    }
    cases += " ;;\n";
  }
  return fmt::format(
      "#compdef lq\n"
      "# Completes the words of lq in zsh: source <(lq completions zsh), behind compinit\n"
      "_lq() {{\n"
      "  local -a verbs\n"
      "  verbs=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe -t verbs verb verbs\n"
      "    return\n"
      "  fi\n"
      "  local verb=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $verb in\n{}  esac\n"
      "}}\n"
      "if [ \"$funcstack[1]\" = _lq ]; then _lq \"$@\"; else compdef _lq lq; fi\n",
      names, cases);
}

std::string FishScript(const std::vector<CompletedVerb>& verbs) {
  std::string script =
      "# Completes the words of lq in fish: lq completions fish | source\n"
      "complete -c lq -f\n";
  for (const CompletedVerb& verb : verbs) {
    script += fmt::format("complete -c lq -n __fish_use_subcommand -a {} -d {}\n", verb.name,
                          FishQuoted(verb.summary));
    for (const auto* words : {&verb.options, &verb.arguments}) {
      for (const CompletedWord& word : *words) {
        script += FishLine(verb, word);
      }
    }
  }
  return script;
}

}  // namespace lq::tool
