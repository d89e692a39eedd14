#include "compiler/parse/syntax_error.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "LqParser.h"
#include "compiler/parse/spelling.h"
#include "compiler/parse/suggest.h"
#include "compiler/parse/token_words.h"

namespace lq::parse {
namespace {

std::string TokenName(std::size_t type) {
  const std::string_view word = WordOfType(type);
  if (!word.empty())
    return fmt::format("`{}`", word);
  switch (type) {
    case LqParser::NAME:
      return "a name";
    case LqParser::CODE:
      return "a code in capital letters";
    case LqParser::NUMBER:
      return "a number";
    case LqParser::PERCENT:
      return "a percentage";
    case LqParser::DATE:
      return "a date";
    case LqParser::INSTANT:
      return "an instant";
    case LqParser::TEXT:
      return "a text in double quotes";
    case LqParser::REGEX:
      return "a pattern between slashes";
    case LqParser::LPAREN:
      return "`(`";
    case LqParser::RPAREN:
      return "`)`";
    case LqParser::LBRACKET:
      return "`[`";
    case LqParser::RBRACKET:
      return "`]`";
    case LqParser::COMMA:
      return "a comma";
    case LqParser::BAR:
    case LqParser::ROW_END:
      return "`|`";
    default:
      return {};
  }
}

class SyntaxErrorText {
 public:
  SyntaxErrorText(const SyntaxError& error, const Tokens& tokens, std::string_view text,
                  Reporter& reporter)
      : error_(error),
        tokens_(tokens),
        text_(text),
        reporter_(reporter),
        seen_(tokens[error.seen]) {}

  void Report() {
    if (error_.seen > 0 && (ReportGroupedNumber() || ReportUnfinished()))
      return;
    if (ReportReserved())
      return;
    Diagnostic& report = reporter_.Report(DiagnosticKind::kSyntax, seen_.span(), Headline());
    const std::string expected = Expected();
    if (!expected.empty())
      report.primary.text = fmt::format("expected {}", expected);
    Suggest(error_, tokens_, text_, report);
  }

 private:
  bool Expects(std::size_t type) const { return error_.expected.contains(type); }

  std::string_view TextOf(const LexedToken& token) const {
    return text_.substr(token.span().begin, token.span().end - token.span().begin);
  }

  std::string Seen() const {
    if (seen_.getType() == LqParser::ROW_END)
      return "the end of the row";
    return fmt::format("`{}`", Clip(TextOf(seen_)));
  }

  std::string Headline() const {
    if (seen_.getType() == antlr4::Token::EOF)
      return "the file ends too early";
    // A clause that another kind of statement has.
    const bool other_clause = !error_.statement.empty() && seen_.begins_line() &&
                              UseOfType(seen_.getType()) == WordUse::kClause &&
                              Expected().starts_with('`');
    if (!other_clause)
      return fmt::format("{} cannot stand here", Seen());
    return fmt::format("`{}` is no clause of `{}`", WordOfType(seen_.getType()), error_.statement);
  }

  // What the grammar expected, in a few words; empty when it would take many.
  std::string Expected() const {
    if (Expects(LqParser::LBRACKET) && Expects(LqParser::NAME)) {
      return "a value: a name, a number, a text, a list";
    }
    if (Expects(LqParser::IS) && Expects(LqParser::AT) && !Expects(LqParser::NAME))
      return "a comparison such as `is` or `at least`";
    if (Expects(LqParser::NAME))
      return "a name";
    constexpr std::size_t kMostListed = 12;
    std::vector<std::string> names;
    for (const ssize_t type : error_.expected.toList()) {
      std::string name = type < 0 ? std::string() : TokenName(static_cast<std::size_t>(type));
      const bool fresh = std::find(names.begin(), names.end(), name) == names.end();
      if (!name.empty() && fresh)
        names.push_back(std::move(name));
      if (names.size() > kMostListed)
        return {};
    }
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
      list += i == 0 ? "" : i + 1 == names.size() ? " or " : ", ";
      list += names[i];
    }
    return list;
  }

  // `10 000` and `10,000`: the next token is the rest of a number.
  bool ReportGroupedNumber() {
    const bool comma = seen_.getType() == LqParser::COMMA;
    const std::size_t rest_index = error_.seen + (comma ? 1 : 0);
    if (rest_index >= tokens_.size())
      return false;
    const LexedToken& first = tokens_[error_.seen - 1];
    const LexedToken& rest = tokens_[rest_index];
    const bool numbers = first.getType() == LqParser::NUMBER && rest.getType() == LqParser::NUMBER;
    const std::string_view digits = TextOf(rest);
    if (!numbers || rest.begins_line() || digits.size() < 3 || digits.find_first_of("-_") == 0)
      return false;
    if (digits.find('.') != 3 && digits.size() != 3)
      return false;
    Span span{first.span().file, first.span().begin, rest.span().end};
    std::string meant = fmt::format("{}_{}", TextOf(first), digits);
    // `1,234,567`
    for (std::size_t next = rest_index + 1; comma && IsGroup(next); next += 2) {
      meant += fmt::format("_{}", TextOf(tokens_[next + 1]));
      span.end = tokens_[next + 1].span().end;
    }
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kBadNumber, span,
                         fmt::format("`{}` is not one number",
                                     Clip(text_.substr(span.begin, span.end - span.begin))));
    report.primary.text = "several numbers stand here";
    report.notes.emplace_back("Digits may be grouped with `_`; the point stands before decimals.");
    report.help = fmt::format("write `{}`", meant);
    report.fixes.push_back({span, meant, false});
    return true;
  }

  // A comma and three digits.
  bool IsGroup(std::size_t index) const {
    return index + 1 < tokens_.size() && tokens_[index].getType() == LqParser::COMMA &&
           tokens_[index + 1].getType() == LqParser::NUMBER &&
           TextOf(tokens_[index + 1]).size() == 3;
  }

  // The next clause begins before this one is complete.
  bool ReportUnfinished() {
    const bool next_begins = seen_.getType() == antlr4::Token::EOF ||
                             (seen_.begins_line() && BeginsClause(seen_.getType()));
    if (!next_begins || error_.between_clauses)
      return false;
    const LexedToken& before = tokens_[error_.seen - 1];
    const bool open = Expects(LqParser::RPAREN) || Expects(LqParser::RBRACKET);
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kUnfinished, before.span(),
                         fmt::format("something is missing after `{}`", Clip(TextOf(before))));
    const std::string expected = Expected();
    if (!expected.empty())
      report.primary.text = fmt::format("expected {}", expected);
    if (open)
      AddBracket(report, before);
    return true;
  }

  void AddBracket(Diagnostic& report, const LexedToken& before) const {
    const bool square = Expects(LqParser::RBRACKET);
    report.primary.text = square ? "the list is not closed" : "the parenthesis is not closed";
    report.help = square ? "close it with `]`" : "close it with `)`";
    const std::uint32_t end = before.span().end;
    report.fixes.push_back({{before.span().file, end, end}, square ? "]" : ")", false});
  }

  // A word of the language where a name or value must stand.
  bool ReportReserved() {
    const std::string_view word = WordOfType(seen_.getType());
    if (UseOfType(seen_.getType()) == WordUse::kNone || !Expects(LqParser::NAME))
      return false;
    const bool join =
        UseOfType(seen_.getType()) == WordUse::kOperator || word == "as" || word == "at";
    if (join)
      return false;
    Diagnostic& report = reporter_.Report(
        DiagnosticKind::kReservedName, seen_.span(),
        fmt::format("`{}` is a word of the language and can be no bare name", word));
    report.primary.text = "expected " + Expected();
    report.help = fmt::format(
        "if it is a field, write `lead.{}`; else use another name, such as `{}_`", word, word);
    report.fixes.push_back({seen_.span(), fmt::format("lead.{}", word), false});
    return true;
  }

  const SyntaxError& error_;
  const Tokens& tokens_;
  std::string_view text_;
  Reporter& reporter_;
  const LexedToken& seen_;
};

}  // namespace

void ReportSyntaxError(const SyntaxError& error, const Tokens& tokens, std::string_view text,
                       Reporter& reporter) {
  SyntaxErrorText(error, tokens, text, reporter).Report();
}

}  // namespace lq::parse
