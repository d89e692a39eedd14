#include "tests/support/format/format_laws.h"

#include <algorithm>
#include <vector>

#include "compiler/diag/apply_fixes.h"
#include "compiler/include/lq/format.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/dump.h"

namespace lq::test {
namespace {

struct Parsed {
  std::string text;
  Diagnostics diagnostics;
  syntax::SideTable side;
  std::string dump;

  explicit Parsed(std::string_view source) : text(source) {
    SourceMap sources;
    const FileId file = sources.Add("law.lq", text);
    dump = syntax::Dump(Parse(sources, file, diagnostics, side));
  }

  std::string At(Span span) const { return text.substr(span.begin, span.end - span.begin); }

  // White space inside a percentage is none of it.
  std::string Token(std::size_t index) const {
    std::string token = At(side.tokens[index]);
    if (token.ends_with('%'))
      std::erase_if(token, [](char c) { return c == ' ' || c == '\t'; });
    return token;
  }
};

// The words of LQ for operators of other languages, as formatting begins.
std::string Mended(std::string_view text, const Diagnostics& diagnostics) {
  return ApplyFixes(text, diagnostics, 0);
}

std::string DifferentTokens(const Parsed& before, const Parsed& after) {
  for (std::size_t i = 0; i < before.side.tokens.size(); ++i) {
    if (i >= after.side.tokens.size() || before.Token(i) != after.Token(i))
      return "token " + before.Token(i) + " is another";
  }
  return after.side.tokens.size() == before.side.tokens.size() ? "" : "there are more tokens";
}

std::string DifferentComments(const Parsed& before, const Parsed& after) {
  if (before.side.comments.size() != after.side.comments.size())
    return "there are more comments, or fewer";
  for (std::size_t i = 0; i < before.side.comments.size(); ++i) {
    const syntax::Comment& was = before.side.comments[i];
    const syntax::Comment& is = after.side.comments[i];
    if (was.before != is.before || before.At(was.span) != after.At(is.span))
      return "comment " + before.At(was.span) + " is another";
  }
  return "";
}

// With as little white space as can be, but for line ends and what surrounds comments.
std::string Squeezed(const Parsed& parsed) {
  std::string out;
  std::uint32_t at = 0;
  for (const Span token : parsed.side.tokens) {
    const std::string gap = parsed.At({0, at, token.begin});
    const auto lines = static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
    if (gap.find('#') != std::string::npos)
      out += gap;
    else
      out += std::string(lines == 0 && !gap.empty() ? " " : "") + std::string(lines, '\n');
    out += parsed.At(token);
    at = token.end;
  }
  return out + parsed.text.substr(at);
}

std::string BadLineEnds(std::string_view text) {
  if (!text.ends_with('\n') || text.ends_with("\n\n") || text.starts_with('\n'))
    return "it does not begin and end with a line";
  for (const std::string_view end : {" \n", "\t\n", "\r\n", "\n\n\n"}) {
    if (text.find(end) != std::string_view::npos)
      return "white space stands at a line's end";
  }
  return "";
}

}  // namespace

std::string BrokenFormatLaw(std::string_view text) {
  const Formatting formatting = FormatFile("law.lq", std::string(text));
  const Parsed given(text);
  if (given.diagnostics.has_errors())
    return formatting.text.has_value() ? "a text with mistakes was formatted" : "";
  if (!formatting.text.has_value())
    return "a text without mistakes was not formatted";
  const Parsed before(Mended(text, given.diagnostics));
  const Parsed after(*formatting.text);
  if (!after.diagnostics.all().empty())
    return "what comes out has mistakes";
  for (const std::string& broken :
       {DifferentTokens(before, after), DifferentComments(before, after),
        BadLineEnds(*formatting.text)}) {
    if (!broken.empty())
      return broken;
  }
  if (given.dump != after.dump)
    return "the tree is another";
  if (FormatFile("law.lq", Squeezed(given)).text != formatting.text)
    return "white space within lines makes a difference";
  return FormatFile("law.lq", *formatting.text).text == formatting.text
             ? ""
             : "it is formatted otherwise the second time";
}

}  // namespace lq::test
