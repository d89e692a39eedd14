#include "compiler/parse/parse.h"

#include <algorithm>

#include "compiler/parse/other_format.h"
#include "compiler/parse/scan.h"
#include "compiler/parse/unit_parser.h"

namespace lq {
namespace {

using parse::LexedToken;

// The comments of what stands between two tokens.
void TakeComments(std::string_view text, Span gap, syntax::SideTable& side) {
  const std::string_view between = text.substr(gap.begin, gap.end - gap.begin);
  for (std::size_t at = 0; (at = between.find('#', at)) != std::string_view::npos;) {
    const std::size_t line_end = std::min(between.find_first_of("\r\n", at), between.size());
    const std::size_t last = between.find_last_not_of(" \t", line_end - 1);
    side.comments.push_back({{gap.file, gap.begin + static_cast<std::uint32_t>(at),
                              gap.begin + static_cast<std::uint32_t>(last) + 1},
                             static_cast<std::uint32_t>(side.tokens.size())});
    at = line_end;
  }
}

void TakeTokens(std::string_view text, const parse::Tokens& tokens, syntax::SideTable& side) {
  side.tokens.reserve(tokens.size());
  Span gap = tokens.front().span();
  gap.begin = 0;
  for (const LexedToken& token : tokens) {
    if (token.getType() == LqParser::ROW_END)
      continue;
    const bool last = token.getType() == antlr4::Token::EOF;
    gap.end = last ? static_cast<std::uint32_t>(text.size()) : token.span().begin;
    TakeComments(text, gap, side);
    if (!last)
      side.tokens.push_back(token.span());
    gap.begin = token.span().end;
  }
}

syntax::Unit ParseText(const SourceMap& sources, FileId file, Diagnostics& diagnostics,
                       syntax::SideTable* side) {
  const std::string_view text = sources.file(file).text;
  syntax::Unit unit;
  unit.file = file;
  unit.span = {file, 0, static_cast<std::uint32_t>(text.size())};
  parse::Reporter reporter(file, diagnostics);
  if (!parse::ScanText(text, reporter) || parse::IsOtherFormat(text, reporter))
    return unit;
  parse::Tokens tokens = parse::Lex(text, reporter);
  if (reporter.full())
    return unit;
  parse::UnitParser parser(text, tokens, reporter);
  parser.Run(unit);
  if (side != nullptr) {
    side->clauses = parser.TakeClauses();
    TakeTokens(text, tokens, *side);
  }
  return unit;
}

}  // namespace

syntax::Unit Parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  return ParseText(sources, file, diagnostics, nullptr);
}

syntax::Unit Parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics,
                   syntax::SideTable& side) {
  return ParseText(sources, file, diagnostics, &side);
}

}  // namespace lq
