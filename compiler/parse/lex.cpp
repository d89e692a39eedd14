#include <algorithm>

#include <fmt/format.h>

#include "LqLexer.h"
#include "compiler/parse/byte_stream.h"
#include "compiler/parse/slips.h"
#include "compiler/parse/spelling.h"
#include "compiler/parse/token_words.h"
#include "compiler/parse/tokens.h"

namespace lq::parse {
namespace {

struct StrayCharacter {
  std::string_view text;
  std::string_view help;
  // Leaving it out mends the text.
  bool can_go;
};

constexpr auto kStrayCharacters = std::to_array<StrayCharacter>({
    {";", "leave it out: the next word that begins a clause ends the one before", true},
    {":", "leave it out", true},
    {"%", "write the sign right after a number: `80%`", false},
    {"'", "texts stand in straight double quotes: `\"…\"`", false},
    {"`", "leave it out: names stand without quotes", true},
    {"~", "write `matches /…/`, or `contains \"…\"`", false},
    {"^", "leave it out", true},
    {"–", "for a number below zero write `-`", false},
    {"−", "for a number below zero write `-`", false},
});

class Lexing {
 public:
  Lexing(std::string_view text, Reporter& reporter)
      : text_(text), reporter_(reporter), stream_(text), lexer_(&stream_) {
    lexer_.removeErrorListeners();
    tokens_.reserve(text.size() / 6 + 16);
  }

  Tokens Run() {
    while (!reporter_.full()) {
      const std::unique_ptr<antlr4::Token> token = lexer_.nextToken();
      const auto type = token->getType();
      const bool begins_line = token->getLine() != line_;
      if (type == antlr4::Token::EOF)
        break;
      const auto begin = static_cast<std::uint32_t>(token->getStartIndex());
      const auto size = static_cast<std::uint32_t>(text_.size());
      const auto end = std::min(size, static_cast<std::uint32_t>(token->getStopIndex() + 1));
      line_ = token->getLine();
      Take(type, {reporter_.file(), std::min(begin, size), end}, begins_line);
    }
    const std::uint32_t end = tokens_.empty() ? 0 : tokens_.back().span().end;
    tokens_.emplace_back(antlr4::Token::EOF, Span{reporter_.file(), end, end}, tokens_.size(),
                         true);
    return std::move(tokens_);
  }

 private:
  void Take(std::size_t type, Span span, bool begins_line) {
    if (span.begin < skip_to_ || SkipComment(type, span))
      return;
    type = TakeOddNumber(type, span);
    if (type == LqLexer::BAD)
      type = Sign(span, begins_line);
    if ((type == LqLexer::NAME || type == LqLexer::BAD_WORD) && !begins_line && FollowsNumber())
      type = SmallCurrency(type, span);
    type = InList(type, span);
    if (type == 0)
      return;
    // `AT` and `BY` are countries, longer words no codes that begin a line.
    const bool word =
        type == LqLexer::BAD_WORD || (type == LqLexer::CODE && span.end - span.begin > 3);
    if (begins_line && word && CanBeginClause())
      type = CapitalWord(type, span);
    const bool after_row = !tokens_.empty() && tokens_.back().getType() == LqLexer::ROW_END;
    if (type == LqLexer::OR_OR && (lexer_.in_row() || (begins_line && after_row))) {
      lexer_.BeginRow();
      type = LqLexer::BAR;
      tokens_.emplace_back(type, Span{span.file, span.begin, span.begin + 1}, tokens_.size(),
                           begins_line);
      begins_line = false;
      ++span.begin;
    }
    if (begins_line && type != LqLexer::COMMA)
      BeginLine(type, span);
    tokens_.emplace_back(type, span, tokens_.size(), begins_line);
  }

  // A name with another word behind it begins a statement, whose own word has a slip.
  bool IsStatement(Span span) const {
    const std::size_t next = text_.find_first_not_of(" \t", span.end);
    const std::string_view rest = next == std::string_view::npos ? "" : text_.substr(next);
    return !rest.empty() && rest[0] >= 'a' && rest[0] <= 'z' && !rest.starts_with("needs");
  }

  // Outcomes and values of an enum often stand one a line, and a comma at a line's end is easily
  // forgotten.
  void BeginLine(std::size_t type, Span span) {
    if (BeginsClause(type)) {
      lists_ = 0;
      in_names_ = type == LqLexer::OUTCOMES || type == LqLexer::ENUM;
      return;
    }
    const std::size_t before = tokens_.empty() ? 0 : tokens_.back().getType();
    const bool entry =
        before == LqLexer::NAME || before == LqLexer::TEXT || before == LqLexer::PERCENT;
    if (!in_names_ || !entry || type != LqLexer::NAME || IsStatement(span))
      return;
    const std::uint32_t end = tokens_.back().span().end;
    const Span gap{span.file, end, end};
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kSyntax, gap,
                         fmt::format("no comma stands before `{}`",
                                     Clip(text_.substr(span.begin, span.end - span.begin))));
    report.help = "put a comma at the end of the line before";
    report.fixes.push_back({gap, ",", true});
    tokens_.emplace_back(LqLexer::COMMA, gap, tokens_.size(), false);
  }

  // `// …` is a comment elsewhere.
  bool SkipComment(std::size_t type, Span span) {
    if (type != LqLexer::SLASH || text_.substr(span.begin, 2) != "//")
      return false;
    const Span marks{span.file, span.begin, span.begin + 2};
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kBadCharacter, marks, "`//` has no meaning here");
    report.help = "a comment begins with `#`";
    report.fixes.push_back({marks, "#", true});
    skip_to_ = std::min(text_.find_first_of("\r\n", span.begin), text_.size());
    return true;
  }

  // `01/07/2026`, `5-9` and `€5000` become one token, of a number that is none.
  std::size_t TakeOddNumber(std::size_t type, Span& span) {
    if (type != LqLexer::NUMBER && type != LqLexer::BAD)
      return type;
    const std::size_t length = OddNumberLength(text_.substr(span.begin));
    if (length <= span.end - span.begin)
      return type;
    span.end = span.begin + static_cast<std::uint32_t>(length);
    skip_to_ = span.end;
    return LqLexer::BAD_NUMBER;
  }

  bool FollowsNumber() const {
    return !tokens_.empty() && tokens_.back().getType() == LqLexer::NUMBER;
  }

  // The token that the sign stands for; none for one that was left out.
  std::size_t Sign(Span span, bool begins_line) {
    const std::string_view sign = text_.substr(span.begin, span.end - span.begin);
    if (sign == "{" || sign == "}")
      return Brace(span, begins_line);
    if (sign == ";" && lists_ > 0)
      return Comma(span);
    const std::string_view currency = CurrencyOfSign(sign);
    if (currency.empty() || !FollowsNumber()) {
      ReportBad(span);
      return 0;
    }
    Diagnostic& report = reporter_.Report(DiagnosticKind::kBadCharacter, span,
                                          fmt::format("`{}` is written `{}`", sign, currency));
    report.help = fmt::format("write `{}`", currency);
    report.fixes.push_back({span, std::string(currency), true});
    return LqLexer::CODE;
  }

  // `eur` after a number.
  std::size_t SmallCurrency(std::size_t type, Span span) {
    const std::string_view seen = text_.substr(span.begin, span.end - span.begin);
    const std::string code = CurrencyOfWord(seen);
    if (code.empty())
      return type;
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kNameSpelling, span,
                         fmt::format("`{}` behind a number must be a currency's code", seen));
    report.help = fmt::format("write `{}`", code);
    report.fixes.push_back({span, code, false});
    return LqLexer::CODE;
  }

  bool ListCloses(Span span) const {
    const std::size_t bracket = text_.find_first_of("]\n", span.end);
    return lists_ > 0 && bracket != std::string_view::npos && text_[bracket] == ']';
  }

  // Counts brackets, and takes `and` between the items of a list for a comma.
  std::size_t InList(std::size_t type, Span span) {
    switch (type) {
      case LqLexer::LBRACKET:
        ++lists_;
        return type;
      case LqLexer::RBRACKET:
        lists_ -= lists_ > 0 ? 1 : 0;
        return type;
      case LqLexer::AND:
      case LqLexer::OR:
        return ListCloses(span) ? Comma(span) : type;
      default:
        return type;
    }
  }

  std::size_t Comma(Span span) {
    const std::string_view seen = text_.substr(span.begin, span.end - span.begin);
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kBadCharacter, span,
                         fmt::format("`{}` stands between values of a list", seen));
    report.help = "write a comma";
    const bool spaced = span.begin > 0 && text_[span.begin - 1] == ' ';
    report.fixes.push_back({{span.file, span.begin - (spaced ? 1 : 0), span.end}, ",", true});
    return LqLexer::COMMA;
  }

  // A code is wanted after a comma, a bracket and the words that take one.
  bool CanBeginClause() const {
    if (tokens_.empty())
      return true;
    switch (tokens_.back().getType()) {
      case LqLexer::COMMA:
      case LqLexer::LBRACKET:
      case LqLexer::BECAUSE:
      case LqLexer::EXACTLY:
      case LqLexer::REASON:
      case LqLexer::CONTENT:
      case LqLexer::IS:
        return false;
      default:
        return true;
    }
  }

  // `{DE, AT}` is a list in other brackets; a brace at a line's end or beginning surrounds a block.
  std::size_t Brace(Span span, bool begins_line) {
    const bool opens = text_[span.begin] == '{';
    const std::size_t next = text_.find_first_not_of(" \t\r", span.end);
    const bool ends_line =
        next == std::string_view::npos || text_[next] == '\n' || text_[next] == '#';
    const bool block = opens ? ends_line : begins_line;
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kBadCharacter, span,
                         fmt::format("`{}` has no meaning here", opens ? "{" : "}"));
    if (block) {
      report.help = "leave it out: a statement ends where the next one begins";
      report.fixes.push_back({span, "", true});
      return 0;
    }
    report.help = fmt::format("a list stands in square brackets: write `{}`", opens ? "[" : "]");
    report.fixes.push_back({span, opens ? "[" : "]", true});
    return opens ? LqLexer::LBRACKET : LqLexer::RBRACKET;
  }

  // `When` and `WHEN` at the beginning of a line.
  std::size_t CapitalWord(std::size_t type, Span span) {
    const std::string_view seen = text_.substr(span.begin, span.end - span.begin);
    const std::string word = LowerAscii(seen);
    const std::size_t word_type = TypeOfWord(word);
    if (word_type == 0 || !BeginsClause(word_type))
      return type;
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kNameSpelling, span,
                         fmt::format("`{}` is written in small letters", Clip(seen)));
    report.help = fmt::format("write `{}`", word);
    report.fixes.push_back({span, word, true});
    return word_type;
  }

  void ReportBad(Span span) {
    const std::string_view seen = text_.substr(span.begin, span.end - span.begin);
    const auto known = std::find_if(kStrayCharacters.begin(), kStrayCharacters.end(),
                                    [&](const StrayCharacter& c) { return c.text == seen; });
    const bool printable = seen.size() > 1 || (seen[0] > ' ' && seen[0] < 0x7F);
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kBadCharacter, span,
                         printable ? fmt::format("`{}` has no meaning here", seen)
                                   : fmt::format("an invisible character, 0x{:02X}, stands here",
                                                 static_cast<int>(seen[0])));
    const bool can_go = known == kStrayCharacters.end() ? !printable : known->can_go;
    report.help = known != kStrayCharacters.end() ? std::string(known->help) : "leave it out";
    if (can_go)
      report.fixes.push_back({span, "", true});
  }

  std::string_view text_;
  Reporter& reporter_;
  ByteStream stream_;
  LqLexer lexer_;
  Tokens tokens_;
  std::size_t line_ = 0;
  // What begins before this byte has been dealt with.
  std::size_t skip_to_ = 0;
  // Open square brackets.
  std::size_t lists_ = 0;
  // Within the names of outcomes or of an enum.
  bool in_names_ = false;
};

}  // namespace

Tokens Lex(std::string_view text, Reporter& reporter) { return Lexing(text, reporter).Run(); }

std::size_t TokenVector::LA(ssize_t i) {
  const antlr4::Token* token = LT(i);
  return token == nullptr ? antlr4::Token::INVALID_TYPE : token->getType();
}

antlr4::Token* TokenVector::LT(ssize_t k) {
  if (k < 0) {
    const auto back = static_cast<std::size_t>(-k);
    return back > at_ ? nullptr : &tokens_[at_ - back];
  }
  const std::size_t index = at_ + static_cast<std::size_t>(k) - 1;
  if (index < limit_)
    return &tokens_[index];
  hit_limit_ = hit_limit_ || limit_ + 1 < tokens_.size();
  return &tokens_.back();
}

}  // namespace lq::parse
