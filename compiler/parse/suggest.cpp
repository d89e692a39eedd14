#include "compiler/parse/suggest.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "LqParser.h"
#include "compiler/parse/spelling.h"
#include "compiler/parse/token_words.h"

namespace lq::parse {
namespace {

// Words that other languages use, and what LQ says.
struct OtherWording {
  std::string_view seen;
  std::string_view help;
};

constexpr auto kOtherWordings = std::to_array<OtherWording>({
    {"above", "write `more than`"},
    {"and", "write a comma"},
    {"below", "write `less than`"},
    {"contain", "write `contains`"},
    {"elif", "write a rule of its own for each case"},
    {"else", "write a rule of its own for the other case"},
    {"empty", "write `is missing`"},
    {"equal", "write `is`"},
    {"equals", "write `is`"},
    {"expected", "write `expect`"},
    {"exists", "write `is known`"},
    {"greater", "write `more than`"},
    {"if", "write `when`"},
    {"isnt", "write `is not`"},
    {"larger", "write `more than`"},
    {"like", "write `matches /…/`, or `contains \"…\"`"},
    {"null", "write `is missing`"},
    {"or", "only conditions, and values that a `given` may have, are joined by `or`"},
    {"over", "write `more than`"},
    {"should", "write `expect`"},
    {"smaller", "write `less than`"},
    {"then", "write `choose` with the outcome"},
    {"under", "write `less than`"},
    {"unequal", "write `is not`"},
    {"xor", "write the two cases out, joined by `or`"},
});

class Suggestion {
 public:
  Suggestion(const SyntaxError& error, const Tokens& tokens, std::string_view text)
      : error_(error), tokens_(tokens), text_(text), seen_(tokens[error.seen]) {}

  void Run(Diagnostic& report) const {
    if (SuggestJoinedName(report) || SuggestOnlyWord(report) || SuggestQuotes(report) ||
        SuggestComma(report) || SuggestCode(report))
      return;
    const std::string seen = LowerAscii(TextOf(seen_));
    for (const OtherWording& wording : kOtherWordings) {
      if (wording.seen != seen)
        continue;
      report.help = wording.help;
      return;
    }
    if (SuggestNearWord(report, seen))
      return;
    if (error_.statement.empty() && error_.expected.isEmpty()) {
      report.help = "begin each statement with its word, such as `rule` or `field`";
    }
  }

 private:
  bool Expects(std::size_t type) const { return error_.expected.contains(type); }

  std::string_view TextOf(const LexedToken& token) const {
    return text_.substr(token.span().begin, token.span().end - token.span().begin);
  }

  static bool IsWord(const LexedToken& token) {
    return token.getType() == LqParser::NAME || token.getType() == LqParser::BAD_WORD ||
           !WordOfType(token.getType()).empty();
  }

  // `rule big company` and `field company name is …`: the second word of a statement's name.
  bool SuggestJoinedName(Diagnostic& report) const {
    if (error_.seen < 2 || seen_.begins_line() || !IsWord(seen_))
      return false;
    const LexedToken& before = tokens_[error_.seen - 1];
    const LexedToken& statement = tokens_[error_.seen - 2];
    const bool name = IsWord(before) && statement.begins_line() &&
                      UseOfType(statement.getType()) == WordUse::kStatement;
    const std::size_t next = tokens_[std::min(error_.seen + 1, tokens_.size() - 1)].getType();
    if (!name || UseOfType(seen_.getType()) != WordUse::kNone || !Expects(next))
      return false;
    const std::string joined = AsName(fmt::format("{}_{}", TextOf(before), TextOf(seen_)));
    report.notes.emplace_back("A name is one word; `_` may stand in it.");
    report.help = fmt::format("write `{}`", joined);
    report.fixes.push_back(
        {{seen_.span().file, before.span().begin, seen_.span().end}, joined, false});
    return true;
  }

  // Nothing but one word of the language can stand here.
  bool SuggestOnlyWord(Diagnostic& report) const {
    if (Expects(LqParser::SCHEMA) && Expects(LqParser::LIBRARY) && IsWord(seen_) &&
        error_.expected.size() == 2) {
      report.help = fmt::format("write `uses schema {0}` or `uses library {0}`", TextOf(seen_));
      return true;
    }
    if (error_.expected.size() != 1)
      return false;
    const std::string_view word =
        WordOfType(static_cast<std::size_t>(error_.expected.getMinElement()));
    const bool comma = seen_.getType() == LqParser::COMMA;
    if (word.empty() || seen_.begins_line() || !(comma || IsWord(seen_)))
      return false;
    const std::size_t next = tokens_[std::min(error_.seen + 1, tokens_.size() - 1)].getType();
    const Span here = seen_.span();
    if (Expects(next)) {
      report.help = fmt::format("leave `{}` out", TextOf(seen_));
      report.fixes.push_back({here, "", false});
    } else if (comma || UseOfType(seen_.getType()) != WordUse::kNone) {
      report.help = fmt::format("write `{}`", word);
      report.fixes.push_back({here, fmt::format("{}{}", comma ? " " : "", word), false});
    } else {
      report.help = fmt::format("write `{}` before it", word);
      report.fixes.push_back(
          {{here.file, here.begin, here.begin}, fmt::format("{} ", word), false});
    }
    return true;
  }

  // `from Mail` for `from "Mail"`, and a quote too many.
  bool SuggestQuotes(Diagnostic& report) const {
    const LexedToken& before = tokens_[error_.seen == 0 ? 0 : error_.seen - 1];
    const bool text = before.getType() == LqParser::TEXT ||
                      before.getType() == LqParser::SMART_TEXT ||
                      before.getType() == LqParser::SINGLE_TEXT;
    if (text && before.span().end == seen_.span().begin) {
      report.help =
          "the text before ends at its second `\"`: close each text, and write `\\\"` for a "
          "quote inside";
      return true;
    }
    if (!Expects(LqParser::TEXT) || Expects(LqParser::NAME) || !IsWord(seen_) ||
        seen_.begins_line())
      return false;
    report.help = fmt::format("write `\"{}\"`", TextOf(seen_));
    report.fixes.push_back({seen_.span(), fmt::format("\"{}\"", TextOf(seen_)), false});
    return true;
  }

  // Two values of a list, one after the other.
  bool SuggestComma(Diagnostic& report) const {
    const std::size_t type = seen_.getType();
    const bool value = type == LqParser::NAME || type == LqParser::CODE || type == LqParser::TEXT ||
                       type == LqParser::NUMBER;
    if (!Expects(LqParser::COMMA) || !value || error_.seen == 0)
      return false;
    const LexedToken& before = tokens_[error_.seen - 1];
    report.help = fmt::format("put a comma behind `{}`", Clip(TextOf(before)));
    report.fixes.push_back(
        {{before.span().file, before.span().end, before.span().end}, ",", false});
    return true;
  }

  // `at` in a list, where `AT` is a country.
  bool SuggestCode(Diagnostic& report) const {
    const std::size_t before = error_.seen == 0 ? 0 : tokens_[error_.seen - 1].getType();
    const std::string_view seen = TextOf(seen_);
    const bool item = before == LqParser::COMMA || before == LqParser::LBRACKET;
    if (!item || seen.size() != 2 || !IsWord(seen_))
      return false;
    report.help = fmt::format("if it is a code, write `{}`", AsCode(seen));
    report.fixes.push_back({seen_.span(), AsCode(seen), false});
    return true;
  }

  // A slip of the finger in a word of the language.
  bool SuggestNearWord(Diagnostic& report, const std::string& seen) const {
    const std::size_t type = seen_.getType();
    if (type != LqParser::NAME && type != LqParser::BAD_WORD && WordOfType(type).empty())
      return false;
    std::vector<std::string_view> words;
    for (const ssize_t expected : error_.expected.toList()) {
      const std::string_view word =
          expected < 0 ? std::string_view() : WordOfType(static_cast<std::size_t>(expected));
      if (!word.empty())
        words.push_back(word);
    }
    if (words.empty() || error_.statement.empty() || seen_.begins_line()) {
      const std::vector<std::string_view> all = ReservedWords();
      words.insert(words.end(), all.begin(), all.end());
    }
    std::string_view near = NearestName(seen, words);
    if (near.empty())
      near = NearestName(seen, AllWords());
    if (near.empty())
      return false;
    report.help = fmt::format("did you mean `{}`?", near);
    report.fixes.push_back({seen_.span(), std::string(near), false});
    return true;
  }

  const SyntaxError& error_;
  const Tokens& tokens_;
  std::string_view text_;
  const LexedToken& seen_;
};

}  // namespace

void Suggest(const SyntaxError& error, const Tokens& tokens, std::string_view text,
             Diagnostic& report) {
  Suggestion(error, tokens, text).Run(report);
}

}  // namespace lq::parse
