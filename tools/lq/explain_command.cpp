#include "tools/lq/explain_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <optional>

#include "compiler/diag/diagnostic.h"
#include "compiler/lint/rule.h"
#include "stdlib/describe/describe.h"
#include "tools/lq/command_line.h"
#include "tools/lq/error_pages.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// The page of a subject; nothing when it has none.
struct Page {
  // "code", "rule" or "name", for JSON.
  std::string_view kind;
  std::string subject;
  std::string text;
};

// "412", "lq412" and "LQ0412" are all LQ0412; other words stay as they are.
std::string Canonical(const std::string& word) {
  const bool marked = word.size() > 2 && std::toupper(static_cast<unsigned char>(word[0])) == 'L' &&
                      std::toupper(static_cast<unsigned char>(word[1])) == 'Q';
  const std::string digits = marked ? word.substr(2) : word;
  const bool is_number = !digits.empty() && digits.size() <= 4 &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? "LQ" + std::string(4 - digits.size(), '0') + digits : word;
}

int UnknownSubject(const std::string& subject) {
  std::vector<std::string_view> known = stdlib::DescribedNames();
  for (const ErrorPage& page : AllErrorPages()) {
    known.push_back(page.code);
  }
  for (const LintPage& page : AllLintPages()) {
    known.push_back(page.name);
  }
  const std::string_view nearest = NearestName(subject, known);
  Report(DiagnosticKind::kCommandUsage,
         fmt::format("`{}` is neither the code of a message, nor a lint rule, nor a standard name",
                     subject),
         nearest.empty() ? "a code looks like `LQ0412`; `lq explain standard` lists the standard "
                           "names, `lq explain lint` the "
                           "lint rules"
                         : fmt::format("did you mean `lq explain {}`?", nearest));
  return kUsage;
}

// All rules, a line each.
std::string LintIndex() {
  std::string text = "# Lint rules\n\n| rule | code | by itself | finds |\n|---|---|---|---|\n";
  for (const lint::Rule& rule : lint::AllRules()) {
    text += fmt::format("| `{}` | {} | {} | {} |\n", rule.name, CodeText(rule.code),
                        lint::LevelText(rule.level), rule.summary);
  }
  return text;
}

// A rule by its name or its code; `lint` lists them.
std::optional<Page> FindLintPage(const std::string& subject) {
  if (subject == "lint") {
    return Page{"name", subject, LintIndex()};
  }
  for (const lint::Rule& rule : lint::AllRules()) {
    if (subject != rule.name && subject != CodeText(rule.code)) {
      continue;
    }
    for (const LintPage& page : AllLintPages()) {
      if (page.name == rule.name) {
        return Page{"rule", std::string(rule.name), std::string(page.text)};
      }
    }
  }
  return std::nullopt;
}

std::optional<Page> FindPage(const std::string& subject) {
  const std::span<const ErrorPage> pages = AllErrorPages();
  const auto page = std::find_if(pages.begin(), pages.end(),
                                 [&](const ErrorPage& one) { return one.code == subject; });
  if (page != pages.end()) {
    return Page{"code", subject, std::string(page->text)};
  }
  if (std::optional<Page> lint = FindLintPage(subject)) {
    return lint;
  }
  if (subject == "standard") {
    return Page{"name", subject, stdlib::StandardReference()};
  }
  std::optional<std::string> text = stdlib::Describe(subject);
  return text ? std::optional(Page{"name", subject, std::move(*text)}) : std::nullopt;
}

std::string AsJson(const Page& page) {
  nlohmann::ordered_json out = {{"version", 1}, {page.kind, page.subject}, {"page", page.text}};
  return out.dump() + "\n";
}

}  // namespace

int RunExplain(const std::vector<std::string>& words) {
  std::string subject;
  std::string format;
  CommandLine line("explain");
  line.Argument(
      "SUBJECT", subject,
      "a message's code (LQ0412), a lint rule (unused_fields), a standard function or library "
      "(std_geo), `standard` or `lint`");
  line.Format(format, {"human", "json"});
  if (const auto status = line.Read(words)) {
    return *status;
  }
  subject = Canonical(subject);
  const std::optional<Page> page = FindPage(subject);
  if (!page) {
    return UnknownSubject(subject);
  }
  Output output;
  output.Write(format == "json" ? AsJson(*page) : page->text);
  return output.status();
}

}  // namespace lq::tool
