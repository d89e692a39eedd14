#include "compiler/check/check_pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

namespace lq::check {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;
// Of one instruction of RE2's program.
constexpr std::size_t kInstructionBytes = 16;
// No program of kMostBytes comes from a longer text, and RE2 need not try.
constexpr std::size_t kLongestRegex = 64 * 1024;

bool ReportTooLarge(Context& context, Span span) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kPatternTooLarge, span, "this pattern is too large");
  report.notes.push_back("Compiled, a pattern may take 64 KiB.");
  report.help =
      "shorten it: large repetitions such as `{1000}`, one inside the other, cost the most";
  return false;
}

// `(?P<name>…)`, `(?<name>…)`; an escaped parenthesis is none.
bool NamesAPart(std::string_view regex) {
  for (std::size_t i = 0; i + 2 < regex.size(); ++i) {
    if (regex[i] == '\\') {
      ++i;
    } else if (regex.substr(i, 4) == "(?P<" ||
               (regex.substr(i, 3) == "(?<" && regex.substr(i, 4) != "(?<=" &&
                regex.substr(i, 4) != "(?<!")) {
      return true;
    }
  }
  return false;
}

bool ReportBad(Context& context, Span span, std::string_view problem) {
  Diagnostic& report = context.Report(DiagnosticKind::kBadPattern, span,
                                      fmt::format("this pattern cannot be used: {}", problem));
  report.notes.push_back("Patterns are written in RE2 syntax and match the whole text.");
  report.help =
      "write `\\` before a sign that stands for itself; for plain texts use `contains` or `in`";
  return false;
}

bool CheckRegex(Context& context, std::string_view regex, Span span) {
  if (regex.size() > kLongestRegex)
    return ReportTooLarge(context, span);
  if (NamesAPart(regex)) {
    return ReportBad(context, span, "it names a part of the text, and nothing could read that");
  }
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_never_capture(true);
  const re2::RE2 compiled(re2::StringPiece(regex.data(), regex.size()), options);
  if (compiled.error_code() == re2::RE2::ErrorPatternTooLarge ||
      compiled.error_code() == re2::RE2::ErrorRepeatSize)
    return ReportTooLarge(context, span);
  if (!compiled.ok())
    return ReportBad(context, span, compiled.error());
  const std::size_t bytes = static_cast<std::size_t>(compiled.ProgramSize()) * kInstructionBytes;
  return bytes <= kMostBytes || ReportTooLarge(context, span);
}

}  // namespace

void CheckPatterns(Context& context, Scope& scope) {
  ForEach<syntax::PatternDeclaration>(
      *scope.unit, [&](const syntax::PatternDeclaration& declaration) {
        const auto at = scope.names.find(declaration.name.text);
        if (at == scope.names.end() || !(at->second->span == declaration.name.span))
          return;
        Entry& entry = *at->second;
        entry.broken = !CheckRegex(context, declaration.pattern.text, declaration.pattern.span);
        context.program->patterns[entry.index].regex = declaration.pattern.text;
      });
}

std::uint32_t CheckPatternInPlace(Context& context, const syntax::Expr& pattern) {
  if (!CheckRegex(context, pattern.text, pattern.span))
    return ir::kNone;
  context.program->patterns.push_back({{}, pattern.text});
  return static_cast<std::uint32_t>(context.program->patterns.size() - 1);
}

}  // namespace lq::check
