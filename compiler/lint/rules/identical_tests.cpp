#include <map>
#include <string>

#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

// What a test gives and expects, without its title, with one space between words.
std::string BodyOf(const Package& package, const syntax::TestDeclaration& test) {
  const Span body = {test.span.file, test.title.span.end, test.span.end};
  std::string text;
  for (const char c : package.sources->Text(body)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  return text;
}

}  // namespace

void IdenticalTests(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    std::map<std::string, const syntax::TestDeclaration*> seen;
    ForEach<syntax::TestDeclaration>(*file.unit, [&](const syntax::TestDeclaration& test) {
      const auto [at, is_new] = seen.emplace(BodyOf(package, test), &test);
      if (is_new)
        return;
      const syntax::TestDeclaration& first = *at->second;
      Diagnostic& report = findings.Add(
          test.title.span,
          fmt::format("`{}` gives and expects what `{}` does", test.title.text, first.title.text));
      report.secondary.push_back({first.title.span, "the same"});
      report.help = "remove one of them, or change what it was meant to tell";
    });
  }
}

}  // namespace lq::lint
