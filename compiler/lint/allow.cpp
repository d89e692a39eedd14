#include "compiler/lint/allow.h"

#include <algorithm>
#include <variant>

namespace lq::lint {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kMark = "lq allow";

std::uint32_t At(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

Span LineOf(const SourceMap& sources, FileId file, std::uint32_t offset) {
  const std::uint32_t line = sources.Locate(file, offset).line;
  const std::uint32_t begin = sources.file(file).line_starts[line - 1];
  return {file, begin, begin + At(sources.Line(file, line).size()) + 1};
}

Span SpanOf(const syntax::Statement& statement) {
  return std::visit([](const auto& declaration) { return declaration.span; }, statement);
}

Span PlaceOf(const SourceMap& sources, const File& file, const syntax::Comment& comment) {
  const std::vector<Span>& tokens = file.side->tokens;
  const Span line = LineOf(sources, comment.span.file, comment.span.begin);
  if (comment.before > 0 && tokens[comment.before - 1].end > line.begin)
    return line;
  if (comment.before == tokens.size())
    return {comment.span.file, 0, 0};
  const Span next = tokens[comment.before];
  for (const syntax::Statement& statement : file.unit->statements) {
    if (SpanOf(statement).begin == next.begin)
      return SpanOf(statement);
  }
  return LineOf(sources, next.file, next.begin);
}

// Moves `at` over blanks.
void Skip(std::string_view text, std::size_t& at) {
  at = std::min(text.find_first_not_of(kBlanks, at), text.size());
}

// The names up to the colon, the reason behind it.
void ReadWords(std::string_view text, std::size_t at, Allow& allow) {
  const std::size_t colon = std::min(text.find(':', at), text.size());
  while (at < colon) {
    const std::size_t end = std::min(text.find(',', at), colon);
    Skip(text, at);
    const std::size_t last = text.find_last_not_of(kBlanks, end - 1);
    if (at < end && last != std::string_view::npos && last >= at) {
      const Span span{allow.comment.file, allow.comment.begin + At(at),
                      allow.comment.begin + At(last) + 1};
      allow.rules.push_back({text.substr(at, last + 1 - at), span});
    }
    at = end + 1;
  }
  std::size_t reason = std::min(colon + 1, text.size());
  Skip(text, reason);
  allow.reason = text.substr(reason);
}

// Also `LQ allow` and `lq-allow`: nobody means anything else by it.
bool IsMark(std::string_view text) {
  return text.size() == kMark.size() &&
         std::equal(text.begin(), text.end(), kMark.begin(), [](char a, char b) {
           return (a == '-' ? ' ' : a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
         });
}

}  // namespace

std::vector<Allow> AllowsOf(const SourceMap& sources, const File& file) {
  std::vector<Allow> allows;
  for (const syntax::Comment& comment : file.side->comments) {
    const std::string_view text = sources.Text(comment.span);
    std::size_t at = 1;
    Skip(text, at);
    const std::size_t end = at + kMark.size();
    if (!IsMark(text.substr(at, kMark.size())))
      continue;
    Allow& allow = allows.emplace_back();
    allow.comment = comment.span;
    allow.place = PlaceOf(sources, file, comment);
    ReadWords(text, end, allow);
  }
  return allows;
}

}  // namespace lq::lint
