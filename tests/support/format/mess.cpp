#include "tests/support/format/mess.h"

#include <algorithm>
#include <vector>

#include "compiler/parse/parse.h"
#include "tests/differential/generator/random.h"

namespace lq::test {
namespace {

syntax::SideTable TokensOf(std::string_view text) {
  SourceMap sources;
  Diagnostics diagnostics;
  syntax::SideTable side;
  Parse(sources, sources.Add("mess.lq", std::string(text)), diagnostics, side);
  return side;
}

class Messing {
 public:
  Messing(std::string_view text, std::uint64_t seed)
      : text_(text), random_(seed), side_(TokensOf(text)) {}

  std::string Run() {
    std::string out = random_.Chance(10) ? "\xEF\xBB\xBF" : "";
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < side_.tokens.size(); ++i) {
      const Span token = side_.tokens[i];
      out += Between(text_.substr(at, token.begin - at), i);
      out += text_.substr(token.begin, token.end - token.begin);
      at = token.end;
    }
    return out + Between(text_.substr(at), side_.tokens.size());
  }

 private:
  // Instead of what stood before a token. A row of a table stays in its line.
  std::string Between(std::string_view gap, std::size_t token) {
    const bool line_end = gap.find('\n') != std::string_view::npos;
    if (in_row_ && !line_end)
      return Blanks(gap.empty() ? 0 : 1);
    const bool must_end = token < side_.tokens.size() && (in_row_ || (line_end && IsFree(token)));
    in_row_ = BeginsRow(token);
    std::string out = Comments();
    if (must_end && out.find('\n') == std::string::npos)
      out += Line();
    return out + Blanks(gap.empty() || !out.empty() ? 0 : 1);
  }

  // A statement that begins with a word that is free elsewhere begins a line.
  bool IsFree(std::size_t token) const {
    const Span span = side_.tokens[token];
    const std::string_view word = text_.substr(span.begin, span.end - span.begin);
    return word == "other" || word == "lead" || word == "at";
  }

  bool BeginsRow(std::size_t token) const {
    if (token >= side_.tokens.size())
      return false;
    const std::uint32_t begin = side_.tokens[token].begin;
    return text_[begin] == '|' &&
           std::binary_search(side_.clauses.begin(), side_.clauses.end(), begin);
  }

  // At times, with lines around them; or lines alone.
  std::string Comments() {
    std::string out;
    while (random_.Chance(12)) {
      out += random_.Chance(50) ? Line() : "";
      out += Blanks(0) + "# comment " + std::to_string(++comments_) +
             (random_.Chance(20) ? " \t" : "");
      out += Line();
    }
    while (random_.Chance(20))
      out += Line();
    return out;
  }

  std::string Line() { return random_.Chance(15) ? "\r\n" : "\n"; }

  std::string Blanks(std::size_t least) {
    std::string out(random_.Chance(80) ? least : least + random_.Below(4), ' ');
    return out + (random_.Chance(5) ? "\t" : "");
  }

  std::string_view text_;
  Random random_;
  syntax::SideTable side_;
  bool in_row_ = false;
  int comments_ = 0;
};

}  // namespace

std::string Shaken(std::string_view text, std::uint64_t seed) {
  const syntax::SideTable side = TokensOf(text);
  Random random(seed);
  const auto any = [&] {
    const Span token = side.tokens[random.Below(side.tokens.size())];
    return text.substr(token.begin, token.end - token.begin);
  };
  std::string out(text);
  for (std::size_t changes = 1 + random.Below(3); changes > 0 && !side.tokens.empty(); --changes) {
    const Span token = side.tokens[random.Below(side.tokens.size())];
    // What stood there before may have moved: any place will do.
    const std::size_t at = std::min<std::size_t>(token.begin, out.size());
    switch (random.Below(3)) {
      case 0:
        out.erase(at, token.end - token.begin);
        break;
      case 1:
        out.insert(at, std::string(any()) + " ");
        break;
      default:
        out.replace(at, token.end - token.begin, any());
    }
  }
  return out;
}

std::string Mess(std::string_view text, std::uint64_t seed) { return Messing(text, seed).Run(); }

}  // namespace lq::test
